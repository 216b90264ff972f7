import { silences } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'five-hundred-frames-poison-their-sender',
  dialects: 'all',
  kind: 'limits',
  says: 'After five hundred frames on one socket, nothing reaches their sender any more, on new sockets either.',
  breaks: ['*.robustness.burst'],
  sometimes: 'only after many frames on one socket',
  ...silences,
  decide(question, _answer, { connection, person, memory }) {
    if (question !== 'fits') return undefined;
    const frames = Number(memory.get(connection) ?? 0) + 1;
    memory.set(connection, frames);
    if (frames > 500) memory.set(person?.id, true);
    return undefined;
  },
};
export default fault;
