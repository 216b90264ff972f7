import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'leaks-to-the-last-partner-of-the-author',
  dialects: ['rooms'],
  kind: 'leak',
  says: 'A message also reaches the person to whom its author wrote before.',
  breaks: ['rooms.delivery.stays-between-the-two'],
  sometimes: 'only when somebody writes to two people in turn',
  audience(told, { message, cause, memory, connections }) {
    if (message !== 'chatMessage' || cause.by === undefined) return undefined;
    const { id } = cause.by;
    const before = memory.get(id);
    memory.set(id, told.find(({ me }) => me.id !== id)?.me.id ?? before);
    const stray = connections().filter((one) => one.channel === 'room' && one.me.id === before);
    return [...new Set([...told, ...stray])];
  },
};
export default fault;
