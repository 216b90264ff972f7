import type { Liberty } from '../fault-kit/liberties.ts';

const liberty: Liberty = {
  name: 'announces-every-socket',
  dialects: ['rooms'],
  says: 'Each socket of a person enters and leaves the room for itself.',
  because: 'The document is silent about what happens when one of two closes.',
  decide: (question) => (question === 'arrives' || question === 'departs' ? true : undefined),
};
export default liberty;
