import type { Fault } from '../fault-kit/faults.ts';
import { isFrame } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'drops-files-without-text',
  dialects: ['actions'],
  kind: 'lost-delivery',
  says: 'A file without a word never arrives.',
  breaks: ['actions.file.without-text'],
  sometimes: 'only files without a text',
  incomingFrame: (frame) => (isFrame(frame['file']) && frame['message'] === '' ? null : undefined),
};
export default fault;
