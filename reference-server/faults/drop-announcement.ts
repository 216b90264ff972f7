import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'drop-announcement',
  dialects: ['threads'],
  kind: 'lost-delivery',
  says: 'The announcement of an upload does not arrive.',
  breaks: ['threads.announce.reaches-receiver'],
  outgoingFrame: inFrames('reMessageFile', () => null),
};
export default fault;
