import { isMalformed } from '../fault-kit/around.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'message-after-garbage-is-lost',
  dialects: 'all',
  kind: 'robustness',
  says: 'After a frame that is not JSON, the next one on the same socket is ignored, too.',
  breaks: ['*.robustness.malformed-frame'],
  sometimes: 'only right after a frame that is not JSON',
  decide(question, answer, { about, connection, memory }) {
    if (question === 'fits' && !answer && isMalformed(about)) memory.set(connection, true);
    return undefined;
  },
  incomingFrame: (_frame, { from, memory }) => (memory.delete(from) ? null : undefined),
};
export default fault;
