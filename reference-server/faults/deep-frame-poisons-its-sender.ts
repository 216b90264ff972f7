import { silences } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'deep-frame-poisons-its-sender',
  dialects: 'all',
  kind: 'limits',
  says: 'After a frame that is nested very deep, nothing reaches its sender any more, on new sockets either.',
  breaks: ['*.robustness.deep-frame'],
  sometimes: 'only after a frame with more than a thousand levels',
  ...silences,
  decide(question, _answer, { about, person, memory }) {
    if (question === 'fits' && depthOf(about) > 1_000) memory.set(person?.id, true);
    return undefined;
  },
};
export default fault;

function depthOf(value: unknown): number {
  let depth = 0;
  for (let at = value; typeof at === 'object' && at !== null; depth += 1) at = Object.values(at)[0];
  return depth;
}
