import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'crashes-on-unknown-message',
  dialects: ['rooms'],
  kind: 'robustness',
  says: 'Asking for the URL of an unknown message is answered with an error of the server.',
  breaks: ['rooms.robustness.bad-list-or-url-request'],
  sometimes: 'only for messages that do not exist',
  outgoingResponse: (answer, { operation }) =>
    operation.endsWith('Url') && answer.status === 404 ? { ...answer, status: 500 } : undefined,
};
export default fault;
