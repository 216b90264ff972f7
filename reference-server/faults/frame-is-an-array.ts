import { type Fault, raw } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'frame-is-an-array',
  dialects: ['threads'],
  kind: 'schema',
  says: 'A frame comes in an array.',
  breaks: ['threads.delivery.every-frame-has-an-action'],
  outgoingFrame: (frame) => raw(JSON.stringify([frame])),
};
export default fault;
