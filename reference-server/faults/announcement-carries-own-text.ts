import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { isFrame } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'announcement-carries-own-text',
  dialects: ['threads'],
  kind: 'text',
  says: 'The receiver of an upload hears the text of the announcement.',
  breaks: ['threads.announce.carries-the-stored-text'],
  outgoingFrame: inFrames('reMessageFile', (frame, { cause }) =>
    isFrame(cause.input) ? { ...frame, message_body: cause.input['message_body'] } : undefined,
  ),
};
export default fault;
