import type { Liberty } from '../fault-kit/liberties.ts';

const liberty: Liberty = {
  name: 'echoes-to-receive-sockets',
  dialects: ['dialogues'],
  says: "The sender's own receive sockets hear a message as well.",
  because: "The document is silent about the sender's own receive socket.",
  audience(heard, { delivers, cause, connections }) {
    if (!delivers) return undefined;
    const own = connections().filter(
      ({ me, channel }) => me.id === cause.by?.id && channel === 'chatReceiveSocket',
    );
    return [...new Set([...heard, ...own])];
  },
};
export default liberty;
