import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'notifies-last-partner',
  dialects: ['rooms'],
  kind: 'leak',
  says: 'A new message is also announced to whoever its author wrote to before.',
  breaks: ['rooms.notifications.not-to-strangers'],
  sometimes: 'only when somebody writes to two people in turn',
  audience(told, { message, cause, memory, connections, topic }) {
    if (message !== 'newMessage') return undefined;
    const before = memory.get(cause.by?.id);
    memory.set(cause.by?.id, topic);
    return [
      ...told,
      ...connections().filter((one) => one.topics.includes(String(before)) && !told.includes(one)),
    ];
  },
};
export default fault;
