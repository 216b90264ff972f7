import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'error-message-is-an-object',
  dialects: ['actions'],
  kind: 'schema',
  says: 'An error tells what went wrong in a form that the example client shows as [object Object].',
  breaks: ['actions.errors.frame-shape'],
  outgoingFrame: inFrames('complaint', (frame) => ({ ...frame, message: { detail: frame['message'] } })),
};
export default fault;
