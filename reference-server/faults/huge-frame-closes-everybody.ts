import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'huge-frame-closes-everybody',
  dialects: 'all',
  kind: 'limits',
  says: 'A frame of a megabyte costs everybody their connection.',
  breaks: ['*.robustness.huge-frame'],
  sometimes: 'only after a frame of half a megabyte or more',
  incomingFrame(frame, { connections }) {
    if (JSON.stringify(frame).length > 500_000) for (const { socket } of connections()) socket.terminate();
    return undefined;
  },
};
export default fault;
