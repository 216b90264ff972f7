import { inLastMessages } from '../fault-kit/actions.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'from-this-user-as-text',
  dialects: ['actions'],
  kind: 'schema',
  says: 'The list says who wrote the last message with a text instead of a boolean.',
  breaks: ['actions.list.last-message-shape'],
  outgoingResponse: inLastMessages((last) => ({ ...last, from_this_user: String(last['from_this_user']) })),
};
export default fault;
