import type { Fault } from '../fault-kit/faults.ts';
import { claimsOf } from '../fault-kit/tokens.ts';

const fault: Fault = {
  name: 'ignores-token-signature',
  dialects: ['actions', 'receipts', 'rooms', 'threads'],
  kind: 'authentication',
  says: 'A token counts although its signature is not the one of the server.',
  breaks: [
    '*.auth.bad-tokens-everywhere',
    '*.auth.socket-altered-token',
    'receipts.auth.edit-with-altered-token',
    'threads.auth.http-altered-token',
    'rooms.auth.lists-with-altered-token',
    'actions.auth.delete-room-with-altered-token',
  ],
  decide(question, answer, { about, person }) {
    if (question !== 'token' || answer || person === undefined) return undefined;
    const claims = claimsOf(about);
    return claims?.signed === true && !claims.expired ? true : undefined;
  },
};
export default fault;
