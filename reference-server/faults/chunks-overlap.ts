import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'chunks-overlap',
  dialects: ['dialogues'],
  kind: 'pagination',
  says: 'Every chunk begins with the last message of the one before.',
  breaks: ['dialogues.fetch.each-message-once', 'dialogues.groups.fetch-each-message-once'],
  sometimes: 'When there are several chunks.',
  outgoingFrame(frame, { message, to, memory }) {
    const { messages, all } = frame;
    if (!message.startsWith('fetched') || !Array.isArray(messages)) return undefined;
    const before = memory.get(to);
    if (all === 'True') memory.delete(to);
    else memory.set(to, messages.at(-1));
    return before === undefined ? undefined : { ...frame, messages: [before, ...messages] };
  },
};
export default fault;
