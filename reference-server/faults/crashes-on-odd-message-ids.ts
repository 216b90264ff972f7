import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'crashes-on-odd-message-ids',
  dialects: ['rooms'],
  kind: 'robustness',
  says: 'Asking for the URL of a message whose id is no number is answered with an error of the server.',
  breaks: ['rooms.robustness.bad-list-or-url-request'],
  sometimes: 'only for ids that are no numbers',
  outgoingResponse: (answer, { operation, request }) =>
    operation.endsWith('Url') && answer.status === 400 && request.parameters['message_id'] !== undefined
      ? { ...answer, status: 500 }
      : undefined,
};
export default fault;
