import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'unknown-command-closes-everybody',
  dialects: ['dialogues'],
  kind: 'robustness',
  says: 'A command that is unknown closes every socket.',
  breaks: ['dialogues.robustness.unexpected-frame'],
  sometimes: 'When a command is unknown.',
  incomingFrame(frame, { connections }) {
    const isUnknown = frame['command'] === 'dance';
    if (isUnknown) for (const one of connections()) one.close(1011, 'No such command.');
    return undefined;
  },
};
export default fault;
