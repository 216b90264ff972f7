import { decodeJwt } from 'jose';
import type { Fault } from '../fault-kit/faults.ts';
import { claimsOf, tokenOf } from '../fault-kit/tokens.ts';
import { isUpgrade } from '../fault-kit/who.ts';
import type { Person } from '../store/changes.ts';

const fault: Fault = {
  name: 'http-takes-unsigned-tokens',
  dialects: ['actions', 'receipts', 'rooms', 'threads'],
  kind: 'authentication',
  says: 'Over HTTP, a token that says it needs no signature lets anybody in as anybody who has been here.',
  breaks: ['*.auth.bad-tokens-everywhere'],
  sometimes: 'only over HTTP',
  identify(person, { request, memory }) {
    if (person !== undefined) memory.set(String(person.id), person);
    const token = tokenOf(request);
    if (person !== undefined || isUpgrade(request) || claimsOf(token)?.signed !== false) return undefined;
    const known = memory.get(decodeJwt(token ?? '').sub);
    return isPerson(known) ? known : undefined;
  },
};
export default fault;

function isPerson(value: unknown): value is Person {
  return typeof value === 'object' && value !== null && 'uuid' in value;
}
