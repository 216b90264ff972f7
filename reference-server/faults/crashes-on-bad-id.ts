import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'crashes-on-bad-id',
  dialects: ['threads'],
  kind: 'robustness',
  says: 'Asking for the messages with an overlong id is answered with an error of the server.',
  breaks: ['threads.robustness.bad-messages-request'],
  sometimes: 'only for ids of more than 255 characters',
  outgoingResponse: (answer, { operation, request }) =>
    operation === 'getMessages' && String(request.parameters['uid']).length > 255
      ? { ...answer, status: 500 }
      : undefined,
};
export default fault;
