import type { Liberty } from '../fault-kit/liberties.ts';

const liberty: Liberty = {
  name: 'echoes-to-authors',
  dialects: ['threads'],
  says: 'Whoever writes hears the message as well, on every socket.',
  because: 'The document is silent about what the sender hears.',
  audience: (heard, { delivers, cause, connections }) =>
    delivers
      ? [...new Set([...heard, ...connections().filter(({ me }) => me.id === cause.by?.id)])]
      : undefined,
};
export default liberty;
