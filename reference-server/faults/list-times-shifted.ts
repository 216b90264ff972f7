import { inLastMessages } from '../fault-kit/actions.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { later } from '../fault-kit/times.ts';

const fault: Fault = {
  name: 'list-times-shifted',
  dialects: ['actions'],
  kind: 'time',
  says: 'The times in the list are those of another zone.',
  breaks: ['actions.list.shows-the-newest-message'],
  outgoingResponse: inLastMessages((last) => ({ ...last, created_at: later(last['created_at'], 60) })),
};
export default fault;
