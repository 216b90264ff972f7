import type { Liberty } from '../fault-kit/liberties.ts';

const liberty: Liberty = {
  name: 'keeps-silent-to-authors',
  dialects: ['rooms'],
  says: 'Nobody hears their own messages.',
  because: 'The document is silent about an echo.',
  audience: (connections, { delivers, cause }) =>
    delivers ? connections.filter(({ me }) => me.id !== cause.by?.id) : undefined,
};
export default liberty;
