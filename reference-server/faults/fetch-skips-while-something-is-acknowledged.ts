import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'fetch-skips-while-something-is-acknowledged',
  dialects: ['dialogues'],
  kind: 'pagination',
  says: 'When somebody acknowledged something while chunks came, the next one leaves a message out.',
  breaks: ['dialogues.fetch.each-message-once', 'dialogues.groups.fetch-each-message-once'],
  sometimes: 'only while the one who fetches acknowledges',
  storeWrite(change, { memory }) {
    if (change.kind === 'remove pending') memory.set(change.person, performance.now());
    return undefined;
  },
  outgoingFrame(frame, { message, to, memory }) {
    const { messages, all } = frame;
    if (!message.startsWith('fetched') || !Array.isArray(messages)) return undefined;
    const isFirst = !memory.has(to);
    if (all === 'True') memory.delete(to);
    else memory.set(to, true);
    const isBusy = performance.now() - Number(memory.get(to.me.id) ?? 0) < 20;
    return isBusy && !isFirst ? { ...frame, messages: messages.slice(1) } : undefined;
  },
};
export default fault;
