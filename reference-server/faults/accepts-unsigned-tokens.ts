import type { Fault } from '../fault-kit/faults.ts';
import { claimsOf } from '../fault-kit/tokens.ts';

const fault: Fault = {
  name: 'accepts-unsigned-tokens',
  dialects: ['actions', 'receipts', 'rooms', 'threads'],
  kind: 'authentication',
  says: 'A token that says it needs no signature lets anybody in as anybody.',
  breaks: ['*.auth.bad-tokens-everywhere', '*.auth.socket-unsigned-token'],
  decide(question, answer, { about, person }) {
    if (question !== 'token' || answer || person === undefined) return undefined;
    return claimsOf(about)?.signed === false ? true : undefined;
  },
};
export default fault;
