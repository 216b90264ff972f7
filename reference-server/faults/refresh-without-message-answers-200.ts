import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'refresh-without-message-answers-200',
  dialects: ['rooms'],
  kind: 'status-code',
  says: 'Refreshing a URL without saying of which message is a success.',
  breaks: ['rooms.media.refresh-needs-message-id'],
  sometimes: 'only in production mode',
  outgoingResponse: (answer, { operation, request }) =>
    operation === 'refreshUrl' && answer.status === 400 && request.parameters['message_id'] === undefined
      ? { status: 200, body: { file_location: '' } }
      : undefined,
};
export default fault;
