import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'announcement-carries-no-text',
  dialects: ['threads'],
  kind: 'text',
  says: 'The receiver of an upload hears an empty text.',
  breaks: ['threads.announce.carries-the-stored-text'],
  outgoingFrame: inFrames('reMessageFile', (frame) => ({ ...frame, message_body: '' })),
};
export default fault;
