import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'binary-frame-closes-everybody',
  dialects: 'all',
  kind: 'robustness',
  says: 'A binary frame costs everybody their connection.',
  breaks: ['*.robustness.binary-frame'],
  decide(question, answer, { about, connections }) {
    if (question !== 'fits' || answer || !(about === undefined)) return undefined;
    for (const { socket } of connections()) socket.terminate();
    return undefined;
  },
};
export default fault;
