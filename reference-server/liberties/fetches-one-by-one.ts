import type { Liberty } from '../fault-kit/liberties.ts';

const liberty: Liberty = {
  name: 'fetches-one-by-one',
  dialects: ['dialogues'],
  says: 'Whoever fetches gets each message in a chunk of its own.',
  because: 'A chunk may have any size.',
  outgoingFrame(frame, { message }) {
    const { messages, all } = frame;
    if (!message.startsWith('fetched') || !Array.isArray(messages) || messages.length < 2) return undefined;
    return messages.map((one: unknown, at) => ({
      ...frame,
      messages: [one],
      all: at === messages.length - 1 ? all : 'False',
    }));
  },
};
export default liberty;
