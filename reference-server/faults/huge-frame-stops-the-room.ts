import { silences } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'huge-frame-stops-the-room',
  dialects: 'all',
  kind: 'limits',
  says: 'After a frame of a megabyte, nothing reaches its sender any more, on new sockets either.',
  breaks: ['*.robustness.huge-frame'],
  sometimes: 'only after a frame of half a megabyte or more',
  ...silences,
  incomingFrame(frame, { from, memory }) {
    if (JSON.stringify(frame).length > 500_000) memory.set(from.me.id, true);
    return undefined;
  },
};
export default fault;
