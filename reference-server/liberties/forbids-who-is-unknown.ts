import type { Liberty } from '../fault-kit/liberties.ts';

const liberty: Liberty = {
  name: 'forbids-who-is-unknown',
  dialects: ['rooms', 'threads', 'actions', 'receipts'],
  says: 'Without a valid token HTTP answers 403.',
  because: 'Both 401 and 403 say that nobody is let in.',
  outgoingResponse: (answer) => (answer.status === 401 ? { ...answer, status: 403 } : undefined),
};
export default liberty;
