import { inLastMessages } from '../fault-kit/actions.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'list-cuts-the-text',
  dialects: ['actions'],
  kind: 'text',
  says: 'The list shows only the beginning of a long message.',
  breaks: ['actions.list.shows-the-newest-message'],
  sometimes: 'only texts of more than 100 characters',
  outgoingResponse: inLastMessages((last) => ({ ...last, content: String(last['content']).slice(0, 100) })),
};
export default fault;
