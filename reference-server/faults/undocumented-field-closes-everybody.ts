import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'undocumented-field-closes-everybody',
  dialects: 'all',
  kind: 'robustness',
  says: 'A frame with a field that nobody documents costs everybody their connection.',
  breaks: ['*.robustness.any-frame'],
  sometimes: 'only for frames with a field whose name begins with "x-"',
  incomingFrame(frame, { connections }) {
    if (Object.keys(frame).some((key) => key.startsWith('x-')))
      for (const { socket } of connections()) socket.terminate();
    return undefined;
  },
};
export default fault;
