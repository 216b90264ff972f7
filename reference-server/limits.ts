import type { Chat } from './chat.ts';

/** What the server puts up with; each can be set when it is started. */
export const LIMITS = {
  frameBytes: 8 * 1024 * 1024,
  bodyBytes: 1024 * 1024,
  uploadBytes: 10 * 1024 * 1024,
  /** Of a text that somebody writes. */
  textCharacters: 10_000,
  /** What may wait for a client that reads too slowly, before its socket is closed with 1013. */
  queuedBytes: 4 * 1024 * 1024,
  connections: 20_000,
  /** A socket that answers no ping for this long is dropped. */
  idleMs: 30_000,
  /** How long a socket may take over its closing handshake. */
  closingMs: 1_000,
};
export type Limits = typeof LIMITS;

/** Why what somebody writes is refused although it is as documented. */
export function objection({ dialect, limits }: Chat, value: unknown): string | undefined {
  for (const [name, text] of Object.entries(value ?? {})) {
    if (!dialect.texts.includes(name) || typeof text !== 'string') continue;
    if (text.length > limits.textCharacters && [...text].length > limits.textCharacters)
      return `/${name} has more than ${limits.textCharacters} characters`;
  }
  return unstorable(value);
}

// SQLite ends a text at NUL, and half a surrogate pair has no UTF-8.
function unstorable(value: unknown): string | undefined {
  if (typeof value === 'object') {
    const reasons = Object.values(value ?? {}).map(unstorable);
    return reasons.find((why) => why !== undefined);
  }
  const text = String(value);
  if (text.includes('\0')) return 'a text holds the character NUL';
  return /\p{Surrogate}/u.test(text) ? 'a text holds half a surrogate pair' : undefined;
}
