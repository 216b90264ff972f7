import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'read-conversations-stay-read',
  dialects: ['rooms'],
  kind: 'counter',
  says: 'What comes into a conversation that was once read does not count.',
  breaks: ['rooms.unread.counting-starts-again'],
  sometimes: 'only after somebody has read',
  storeWrite(change, { memory }) {
    if (change.kind !== 'add pending' && change.kind !== 'remove pending') return undefined;
    const key = `${change.person} ${change.conversation}`;
    if (change.kind === 'remove pending') memory.set(key, true);
    return change.kind === 'add pending' && memory.has(key) ? null : undefined;
  },
};
export default fault;
