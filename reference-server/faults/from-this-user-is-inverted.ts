import { inLastMessages } from '../fault-kit/actions.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'from-this-user-is-inverted',
  dialects: ['actions'],
  kind: 'identity',
  says: 'The list takes one for the other.',
  breaks: ['actions.list.from-this-user'],
  outgoingResponse: inLastMessages((last) => ({ ...last, from_this_user: last['from_this_user'] !== true })),
};
export default fault;
