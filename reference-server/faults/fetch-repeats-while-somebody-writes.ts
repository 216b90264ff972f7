import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'fetch-repeats-while-somebody-writes',
  dialects: ['dialogues'],
  kind: 'pagination',
  says: 'When something was saved for somebody while chunks came, the next one repeats a message.',
  breaks: ['dialogues.fetch.each-message-once', 'dialogues.groups.fetch-each-message-once'],
  sometimes: 'only while somebody writes to the one who fetches',
  storeWrite(change, { memory }) {
    if (change.kind === 'add pending') memory.set(change.person, performance.now());
    return undefined;
  },
  outgoingFrame(frame, { message, to, memory }) {
    const { messages, all } = frame;
    if (!message.startsWith('fetched') || !Array.isArray(messages)) return undefined;
    const [before, last] = [memory.get(to), messages.at(-1)];
    if (all === 'True') memory.delete(to);
    else memory.set(to, last);
    const isBusy = performance.now() - Number(memory.get(to.me.id) ?? 0) < 20;
    return isBusy && before !== undefined ? { ...frame, messages: [before, ...messages] } : undefined;
  },
};
export default fault;
