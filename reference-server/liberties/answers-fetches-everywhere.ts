import type { Liberty } from '../fault-kit/liberties.ts';

const liberty: Liberty = {
  name: 'answers-fetches-everywhere',
  dialects: ['dialogues'],
  says: 'The answer to a fetch comes on every receive socket of the person who fetches.',
  because: 'Whether an answer reaches more sockets of the same person than the one that asked is not said.',
  outgoingFrame(frame, { message, to, cause, connections }) {
    if (!message.startsWith('fetched') || to !== cause.connection) return undefined;
    for (const one of connections())
      if (one !== to && one.me.id === to.me.id && one.channel === to.channel) one.send(message, frame);
    return undefined;
  },
};
export default liberty;
