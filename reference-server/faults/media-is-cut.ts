import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'media-is-cut',
  dialects: ['rooms'],
  kind: 'media',
  says: 'The last byte of a file is missing when it is served.',
  breaks: ['rooms.media.production-serves-the-file', 'rooms.media.refresh-serves-the-file'],
  sometimes: 'only in production mode',
  outgoingResponse: (answer, { operation }) =>
    operation === 'media' && Buffer.isBuffer(answer.body)
      ? { ...answer, body: answer.body.subarray(0, -1) }
      : undefined,
};
export default fault;
