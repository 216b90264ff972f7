import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { isFrame } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'announcement-shows-claimed-author',
  dialects: ['threads'],
  kind: 'identity',
  says: 'The frame about an upload names the author whom the announcement claimed.',
  breaks: ['threads.access.announcement-keeps-its-people'],
  outgoingFrame: inFrames('reMessageFile', (frame, { cause }) =>
    isFrame(cause.input) && cause.input['sender_id'] !== undefined
      ? { ...frame, sender_id: cause.input['sender_id'] }
      : undefined,
  ),
};
export default fault;
