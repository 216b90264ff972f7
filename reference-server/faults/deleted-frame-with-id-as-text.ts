import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'deleted-frame-with-id-as-text',
  dialects: ['actions'],
  kind: 'schema',
  says: 'The announcement of a deletion has the id as a text instead of a number.',
  breaks: ['actions.delete.frame-shape'],
  outgoingFrame: inFrames('deleted', (frame) => ({ ...frame, message_id: String(frame['message_id']) })),
};
export default fault;
