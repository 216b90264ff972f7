import { silences } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'binary-frame-poisons-room',
  dialects: 'all',
  kind: 'robustness',
  says: 'After a binary frame, nothing reaches its sender any more, on new sockets either.',
  breaks: ['*.robustness.binary-frame'],
  ...silences,
  decide(question, answer, { about, person, memory }) {
    if (question === 'fits' && !answer && about === undefined) memory.set(person?.id, true);
    return undefined;
  },
};
export default fault;
