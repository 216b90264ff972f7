import type { Fault } from '../fault-kit/faults.ts';
import { isFrame } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'offline-after-first-socket-closes',
  dialects: ['actions', 'receipts'],
  kind: 'presence',
  says: 'Somebody who closes one of two sockets counts as absent.',
  breaks: ['receipts.status.online-while-one-socket-remains', 'actions.status.read-while-one-socket-remains'],
  sometimes: 'only for somebody who has closed a socket before',
  decide(question, _answer, { connection, about, memory }) {
    if (question === 'leaves' && connection !== undefined)
      for (const topic of connection.topics) memory.set(`${connection.me.id} ${topic}`, true);
    if (question !== 'present' || !isFrame(about)) return undefined;
    return memory.has(`${about['person']} ${about['topic']}`) ? false : undefined;
  },
};
export default fault;
