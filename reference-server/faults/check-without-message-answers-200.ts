import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'check-without-message-answers-200',
  dialects: ['rooms'],
  kind: 'status-code',
  says: 'Checking a URL without saying of which message is a success.',
  breaks: ['rooms.media.check-needs-message-id'],
  outgoingResponse: (answer, { operation, request }) =>
    operation === 'checkUrl' && answer.status === 400 && request.parameters['message_id'] === undefined
      ? { status: 200, body: { refresh_url: false } }
      : undefined,
};
export default fault;
