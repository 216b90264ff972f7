import { silences } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { fieldOf, isFrame } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'bad-file-poisons-room',
  dialects: ['actions'],
  kind: 'robustness',
  says: 'Whoever sends a file that is none is never heard again, on no socket.',
  breaks: ['actions.robustness.bad-file'],
  decide(question, answer, { about, cause, memory }) {
    if (question === 'fits' && !answer && isFrame(fieldOf(about, 'file')))
      memory.set(cause.by?.id, 'poisoned');
    return undefined;
  },
  ...silences,
};
export default fault;
