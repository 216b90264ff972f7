import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'unexpected-frame-closes-everybody',
  dialects: 'all',
  kind: 'robustness',
  says: 'A frame without its fields costs everybody their connection.',
  breaks: ['*.robustness.unexpected-frame'],
  decide(question, answer, { about, connections }) {
    if (question !== 'fits' || answer || !(typeof about === 'object')) return undefined;
    for (const { socket } of connections()) socket.terminate();
    return undefined;
  },
};
export default fault;
