import { inLastMessages } from '../fault-kit/actions.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'from-this-user-is-always-true',
  dialects: ['actions'],
  kind: 'identity',
  says: 'In the list everything was written by oneself.',
  breaks: ['actions.list.from-this-user'],
  sometimes: 'only messages of the other person',
  outgoingResponse: inLastMessages((last) => ({ ...last, from_this_user: true })),
};
export default fault;
