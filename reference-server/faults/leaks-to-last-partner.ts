import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'leaks-to-last-partner',
  dialects: ['threads'],
  kind: 'leak',
  says: 'A message also reaches the person to whom its author wrote before.',
  breaks: ['threads.access.outsider-hears-nothing'],
  sometimes: 'only when somebody writes to two people in turn',
  audience(audience, { message, memory, cause, connections }) {
    const author = cause.by?.id;
    if (message !== 'reMessage' || author === undefined) return undefined;
    const before = memory.get(author);
    memory.set(author, audience[0]?.me.id);
    return [...audience, ...connections().filter((one) => one.me.id === before && !audience.includes(one))];
  },
};
export default fault;
