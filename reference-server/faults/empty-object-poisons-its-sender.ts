import { silences } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'empty-object-poisons-its-sender',
  dialects: 'all',
  kind: 'robustness',
  says: 'After a frame without any field, nothing reaches its sender any more, on new sockets either.',
  breaks: ['*.robustness.any-frame', '*.robustness.unexpected-frame'],
  sometimes: 'only after an empty object',
  ...silences,
  incomingFrame(frame, { from, memory }) {
    if (Object.keys(frame).length === 0) memory.set(from.me.id, true);
    return undefined;
  },
};
export default fault;
