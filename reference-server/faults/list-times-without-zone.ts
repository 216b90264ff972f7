import { inLastMessages } from '../fault-kit/actions.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { withoutZone } from '../fault-kit/times.ts';

const fault: Fault = {
  name: 'list-times-without-zone',
  dialects: ['actions'],
  kind: 'time',
  says: 'The times in the list have no zone.',
  breaks: ['actions.list.last-message-values'],
  outgoingResponse: inLastMessages((last) => ({ ...last, created_at: withoutZone(last['created_at']) })),
};
export default fault;
