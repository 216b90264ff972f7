import { inLastMessages } from '../fault-kit/actions.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { shifted } from '../fault-kit/kit.ts';

const fault: Fault = {
  name: 'list-times-shifted',
  dialects: ['actions'],
  kind: 'time',
  says: 'The times in the list are those of another zone.',
  breaks: ['actions.list.shows-the-newest-message'],
  outgoingResponse: inLastMessages((last) => ({ ...last, created_at: shifted(last['created_at'], 60) })),
};
export default fault;
