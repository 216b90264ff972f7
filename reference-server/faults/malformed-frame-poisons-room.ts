import { silences } from '../fault-kit/alter.ts';
import { isMalformed } from '../fault-kit/around.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'malformed-frame-poisons-room',
  dialects: 'all',
  kind: 'robustness',
  says: 'After a frame that is not JSON, nothing reaches its sender any more, on new sockets either.',
  breaks: ['*.robustness.malformed-frame'],
  ...silences,
  decide(question, answer, { about, person, memory }) {
    if (question === 'fits' && !answer && isMalformed(about)) memory.set(person?.id, true);
    return undefined;
  },
};
export default fault;
