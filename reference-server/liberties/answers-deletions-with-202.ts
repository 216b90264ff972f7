import type { Liberty } from '../fault-kit/liberties.ts';

const liberty: Liberty = {
  name: 'answers-deletions-with-202',
  dialects: ['actions'],
  says: 'Deleting a room is answered with 202.',
  because: 'The document leaves the place for the answer empty: any success will do.',
  outgoingResponse: (answer, { operation }) =>
    operation === 'deleteRoom' && answer.status === 204 ? { ...answer, status: 202 } : undefined,
};
export default liberty;
