import type { Liberty } from '../fault-kit/liberties.ts';

const liberty: Liberty = {
  name: 'fetches-newest-first',
  dialects: ['dialogues'],
  says: 'The messages in a chunk come from the newest to the oldest.',
  because: 'In which order messages are fetched is not said.',
  outgoingFrame(frame, { message }) {
    const { messages } = frame;
    if (!message.startsWith('fetched') || !Array.isArray(messages)) return undefined;
    return { ...frame, messages: messages.toReversed() };
  },
};
export default liberty;
