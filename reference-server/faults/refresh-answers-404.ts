import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'refresh-answers-404',
  dialects: ['rooms'],
  kind: 'status-code',
  says: 'No message is found when its URL is to be refreshed.',
  breaks: ['rooms.media.refresh-serves-the-file'],
  sometimes: 'only in production mode',
  outgoingResponse: (_answer, { operation }) =>
    operation === 'refreshUrl' ? { status: 404, body: { detail: 'Not found.' } } : undefined,
};
export default fault;
