import type { Liberty } from '../fault-kit/liberties.ts';

const LONGEST = 6;

const liberty: Liberty = {
  name: 'answers-a-little-late',
  dialects: 'all',
  says: 'Answers over HTTP come up to six milliseconds late.',
  because: 'No document promises whether an answer or its announcement comes first.',
  outgoingResponse: (answer, { random, later }) =>
    new Promise((resolve) => later(random() * LONGEST, () => resolve(answer))),
};
export default liberty;
