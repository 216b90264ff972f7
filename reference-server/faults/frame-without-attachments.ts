import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { withoutField } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'frame-without-attachments',
  dialects: ['actions'],
  kind: 'media',
  says: 'The file of a message is seen only after connecting anew.',
  breaks: ['actions.file.frame-carries-attachments'],
  sometimes: 'only messages with a file',
  outgoingFrame: inFrames('chatMessage', (frame) => withoutField(frame, 'attachments')),
};
export default fault;
