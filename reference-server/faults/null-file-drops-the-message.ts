import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'null-file-drops-the-message',
  dialects: ['actions'],
  kind: 'lost-delivery',
  says: 'Messages of the example client without a file never arrive.',
  breaks: ['actions.file.null-means-none'],
  sometimes: 'only when the field is there and null',
  incomingFrame: (frame) => (frame['file'] === null ? null : undefined),
};
export default fault;
