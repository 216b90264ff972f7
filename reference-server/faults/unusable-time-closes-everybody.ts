import type { Fault } from '../fault-kit/faults.ts';
import { instant } from '../times.ts';

const fault: Fault = {
  name: 'unusable-time-closes-everybody',
  dialects: ['dialogues'],
  kind: 'robustness',
  says: 'A command with an unusable time closes every socket.',
  breaks: ['dialogues.robustness.unexpected-frame'],
  sometimes: 'When a time cannot be read.',
  incomingFrame(frame, { connections }) {
    const { command, sent_timestamp } = frame;
    if (typeof command === 'string' && instant(String(sent_timestamp)) === undefined)
      for (const one of connections()) one.close(1011, 'No such time.');
    return undefined;
  },
};
export default fault;
