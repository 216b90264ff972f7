import { isMalformed } from '../fault-kit/around.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'malformed-frame-closes-everybody',
  dialects: 'all',
  kind: 'robustness',
  says: 'A frame that is not JSON costs everybody their connection.',
  breaks: ['*.robustness.malformed-frame'],
  decide(question, answer, { about, connections }) {
    if (question !== 'fits' || answer || !isMalformed(about)) return undefined;
    for (const { socket } of connections()) socket.terminate();
    return undefined;
  },
};
export default fault;
