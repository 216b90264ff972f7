import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'crashes-on-unknown-room',
  dialects: ['rooms'],
  kind: 'robustness',
  says: 'Asking for the messages with somebody unknown is answered with an error of the server.',
  breaks: ['rooms.robustness.bad-list-or-url-request'],
  sometimes: 'only for names that nobody has',
  outgoingResponse: (answer, { operation }) =>
    operation === 'listMessages' && answer.status === 404 ? { ...answer, status: 500 } : undefined,
};
export default fault;
