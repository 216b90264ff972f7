import { silences } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'unexpected-frame-poisons-room',
  dialects: 'all',
  kind: 'robustness',
  says: 'After a frame without its fields, nothing reaches its sender any more, on new sockets either.',
  breaks: ['*.robustness.unexpected-frame'],
  ...silences,
  decide(question, answer, { about, person, memory }) {
    if (question === 'fits' && !answer && typeof about === 'object') memory.set(person?.id, true);
    return undefined;
  },
};
export default fault;
