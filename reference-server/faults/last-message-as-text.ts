import { inLastMessages } from '../fault-kit/actions.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'last-message-as-text',
  dialects: ['actions'],
  kind: 'schema',
  says: 'The list shows the last message as a text, without its time.',
  breaks: ['actions.list.last-message-shape'],
  outgoingResponse: inLastMessages((last) => last['content']),
};
export default fault;
