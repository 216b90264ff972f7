import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'join-announced-the-first-time-only',
  dialects: ['rooms'],
  kind: 'presence',
  says: 'Somebody who comes back to a room is not announced again.',
  breaks: ['rooms.presence.coming-back-is-announced'],
  sometimes: 'only for somebody who was there before',
  decide(question, answer, { connection, memory }) {
    if (question !== 'arrives' || !answer || connection === undefined) return undefined;
    const key = `${connection.me.id} ${connection.topics[0]}`;
    if (memory.has(key)) return false;
    memory.set(key, true);
    return undefined;
  },
};
export default fault;
