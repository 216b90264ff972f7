import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'media-is-not-served',
  dialects: ['rooms'],
  kind: 'media',
  says: 'The URL of a file leads nowhere.',
  breaks: ['rooms.media.production-serves-the-file', 'rooms.media.refresh-serves-the-file'],
  sometimes: 'only in production mode',
  outgoingResponse: (_answer, { operation }) =>
    operation === 'media' ? { status: 404, body: { detail: 'Not found.' } } : undefined,
};
export default fault;
