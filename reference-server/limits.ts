/** What the server puts up with; each can be set when it is started. */
export interface Limits {
  frameBytes: number;
  bodyBytes: number;
  uploadBytes: number;
  /** What may wait for a client that reads too slowly, before its socket is closed with 1013. */
  queuedBytes: number;
  connections: number;
  /** A socket that answers no ping for this long is dropped. */
  idleMs: number;
  /** How long a socket may take over its closing handshake. */
  closingMs: number;
}

export const LIMITS: Limits = {
  frameBytes: 8 * 1024 * 1024,
  bodyBytes: 1024 * 1024,
  uploadBytes: 10 * 1024 * 1024,
  queuedBytes: 4 * 1024 * 1024,
  connections: 20_000,
  idleMs: 30_000,
  closingMs: 1_000,
};

/** Why a value can't be kept as it is: SQLite ends a text at NUL, and half a surrogate pair has no UTF-8. */
export function unstorable(value: unknown): string | undefined {
  if (typeof value === 'string') {
    if (value.includes('\0')) return 'a text holds the character NUL';
    return /\p{Surrogate}/u.test(value) ? 'a text holds half a surrogate pair' : undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  for (const part of Object.values(value)) {
    const why = unstorable(part);
    if (why !== undefined) return why;
  }
  return undefined;
}
