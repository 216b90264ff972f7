import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'announced-twice',
  dialects: ['threads'],
  kind: 'duplicate',
  says: 'An upload is announced twice.',
  breaks: ['threads.announce.once'],
  outgoingFrame: inFrames('reMessageFile', (frame) => [frame, frame]),
};
export default fault;
