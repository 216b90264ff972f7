import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'leaving-one-socket-ends-all',
  dialects: ['dialogues'],
  kind: 'connection',
  says: 'When one socket of a person closes, all their other ones are closed, too.',
  breaks: ['dialogues.sockets.several-at-once'],
  decide(question, _answer, { person, connection, connections }) {
    if (question !== 'leaves') return undefined;
    for (const other of connections())
      if (other.me.id === person?.id && other !== connection) other.close(1001, 'Left.');
    return undefined;
  },
};
export default fault;
