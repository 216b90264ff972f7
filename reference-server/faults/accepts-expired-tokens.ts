import type { Fault } from '../fault-kit/faults.ts';
import { claimsOf } from '../fault-kit/tokens.ts';

const fault: Fault = {
  name: 'accepts-expired-tokens',
  dialects: ['actions', 'receipts', 'rooms', 'threads'],
  kind: 'authentication',
  says: 'A token works for ever, however long ago it expired.',
  breaks: [
    '*.auth.bad-tokens-everywhere',
    '*.auth.socket-expired-token',
    'receipts.auth.delete-with-expired-token',
    'threads.auth.http-expired-token',
    'rooms.auth.lists-with-expired-token',
    'actions.auth.list-with-expired-token',
  ],
  decide: (question, answer, { about, person }) =>
    question === 'token' && !answer && person !== undefined && claimsOf(about)?.expired === true
      ? true
      : undefined,
};
export default fault;
