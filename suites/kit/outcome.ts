// What one check found, as plain data: it travels from the worker that ran the check to the report.

export type Verdict = 'pass' | 'fail' | 'warn' | 'inconclusive' | 'inapplicable' | 'known' | 'harness-error';

/** One line of a journal: something that was sent, received, opened or closed, and when. */
export interface Entry {
  /** Milliseconds since the check began. */
  t: number;
  /** The person whose connection or request this is: alice, bob, carol, mallory; or "harness". */
  who: string;
  kind: 'request' | 'response' | 'connecting' | 'open' | 'sent' | 'received' | 'closed' | 'note';
  /** Which connection or request: "ws /ws/chat/7/ #1" or "PUT /en/api/v1/messages/3/edit". */
  where: string;
  /** What went over the wire, as text, with tokens removed and long values cut. */
  what: string;
  /** True on the entry that broke the requirement. */
  offending?: boolean;
}

/** The standard lines of a failure; every report format prints these and nothing else. */
export interface Failure {
  /** The requirement that is blamed. */
  requirement: string;
  sent: string;
  expected: string;
  received: string;
  because: string;
  /** The command that runs this again. */
  again: string;
  /** What was observed, normalised (no ids, times or texts), so that a baseline can recognise it. */
  signature: string;
  /** "3/3": how many of the repetitions on fresh people failed in the same way. */
  reproduced?: string;
  transcript: Entry[];
}

/** How an absence was proved: see docs/how-we-judge.md. */
export type FenceGrade = 'strong' | 'cross' | 'quiet';

/** A choice that the target made where the document is silent. */
export interface Observation {
  topic: string;
  branch: string;
}

export interface CheckOutcome {
  /** Stable: "<dialect>/<file>/<sentence>". */
  id: string;
  dialect: string;
  /** The file that holds the check, relative to the package root. */
  file: string;
  says: string;
  requires: string[];
  catches: string[];
  /** The worst of its requirements' verdicts. */
  verdict: Verdict;
  /** One verdict for each requirement in `requires`, and for any that was broken in passing. */
  verdicts: { requirement: string; verdict: Verdict }[];
  durationMs: number;
  failures: Failure[];
  /** Why it could not be judged, why it does not apply, or what broke in the harness. */
  reason?: string;
  fences: FenceGrade[];
  observed: Observation[];
}
