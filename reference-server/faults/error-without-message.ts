import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { without } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'error-without-message',
  dialects: ['actions'],
  kind: 'schema',
  says: 'An error does not say what went wrong.',
  breaks: ['actions.errors.frame-shape'],
  outgoingFrame: inFrames('complaint', (frame) => without(frame, 'message')),
};
export default fault;
