import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'chunks-lose-one',
  dialects: ['dialogues'],
  kind: 'pagination',
  says: 'Every chunk but the last lacks its last message.',
  breaks: ['dialogues.fetch.each-message-once', 'dialogues.groups.fetch-each-message-once'],
  sometimes: 'When there are several chunks.',
  outgoingFrame(frame, { message }) {
    const { messages, all } = frame;
    if (!message.startsWith('fetched') || all === 'True' || !Array.isArray(messages)) return undefined;
    return { ...frame, messages: messages.slice(0, -1) };
  },
};
export default fault;
