import type { Fault } from '../fault-kit/faults.ts';
import { isFrame } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'drops-messages-with-files',
  dialects: ['actions'],
  kind: 'lost-delivery',
  says: 'A message with a file never arrives.',
  breaks: ['actions.file.reaches-the-room'],
  sometimes: 'only messages with a file',
  incomingFrame: (frame) => (isFrame(frame['file']) ? null : undefined),
};
export default fault;
