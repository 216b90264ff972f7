import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'deaf-after-first-socket-closes',
  dialects: ['threads'],
  kind: 'connection',
  says: 'When the oldest socket of a person closes, the others hear nothing any more.',
  breaks: ['threads.delivery.goes-on-when-one-socket-closes'],
  sometimes: 'only when the oldest of several sockets closes first',
  decide(question, _answer, { person, connection, memory, connections, visitOf }) {
    if (question !== 'leaves' || connection === undefined) return undefined;
    const others = connections().filter((one) => one.me.id === person?.id);
    if (others.every((one) => visitOf(one).visit > visitOf(connection).visit))
      for (const one of others) memory.set(one, true);
    return undefined;
  },
  audience: (audience, { memory }) => audience.filter((one) => !memory.has(one)),
};
export default fault;
