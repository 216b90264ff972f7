// Judgements about answers and values; each ends in a Failure that says what was expected, received and why.
import { Failure } from './failure.ts';
import type { Reply } from './http.ts';
import { mismatches, type Pattern, show } from './match.ts';
import type { Entry } from './outcome.ts';
import type { Socket } from './socket.ts';

export interface Blame {
  requirement?: string;
  entry?: Entry;
}

/** The answer has one of these statuses. */
export function expectStatus(reply: Reply, allowed: readonly number[], blame: Blame = {}): void {
  if (allowed.includes(reply.status)) return;
  reply.entry.offending = true;
  throw new Failure({
    expected: `HTTP ${allowed.join(' or ')}`,
    received: reply.problem ?? `HTTP ${reply.status} ${show(reply.body ?? reply.bytes.toString(), 100)}`,
    because: reply.problem ?? `the answer was ${reply.status}, not ${allowed.join(' or ')}`,
    requirement: blame.requirement,
  });
}

/** The upgrade was accepted, and the socket was not closed right away. */
export function expectOpen(socket: Socket, blame: Blame = {}): void {
  if (socket.isOpen) return;
  const received = socket.closing?.entry.what ?? 'no answer to the upgrade';
  throw failed(
    `the socket of ${socket.who} opens`,
    received,
    `the socket of ${socket.who} does not open: ${received}`,
    blame,
  );
}

/** The answer is not a crash: something came, and it is below 500. */
export function expectNoCrash(reply: Reply, blame: Blame = {}): void {
  if (reply.status > 0 && reply.status < 500) return;
  reply.entry.offending = true;
  throw new Failure({
    expected: 'an answer below 500',
    received: reply.problem ?? `HTTP ${reply.status}`,
    because: reply.problem ?? `the request was answered with ${reply.status}`,
    requirement: blame.requirement,
  });
}

/** `value` looks like `pattern`; `what` names it in the sentence. */
export function expectMatch(what: string, value: unknown, pattern: Pattern, blame: Blame = {}): void {
  const reasons = mismatches(value, pattern);
  if (reasons.length > 0)
    throw failed(`${what} as described`, show(value), `${what} does not fit: ${reasons.join('; ')}`, blame);
}

export function expectEqual(what: string, value: unknown, wanted: unknown, blame: Blame = {}): void {
  if (JSON.stringify(value) === JSON.stringify(wanted)) return;
  throw failed(
    `${what} is ${show(wanted)}`,
    show(value),
    `${what} is ${show(value)}, not ${show(wanted)}`,
    blame,
  );
}

export function expectTrue(
  holds: boolean,
  because: string,
  lines: Blame & { expected: string; received: string },
): void {
  if (!holds) throw failed(lines.expected, lines.received, because, lines);
}

function failed(expected: string, received: string, because: string, { requirement, entry }: Blame): Failure {
  if (entry !== undefined) entry.offending = true;
  return new Failure({ expected, received, because, requirement });
}
