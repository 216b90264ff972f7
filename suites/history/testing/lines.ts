// Lines of journals, as sentences: for histories that read like a story. Everybody's first socket is "bob 1".
import type { Shown, What } from '../events.ts';

export const here = { conversation: 'room' };

const socketOf = (person: string, number = 1): { person: string; socket: string } => ({
  person,
  socket: `${person} ${number}`,
});

export const comes = (person: string, number = 1): What => ({
  kind: 'connect',
  ...socketOf(person, number),
  ...here,
});

export const goes = (person: string, number = 1): What => ({
  kind: 'disconnect',
  ...socketOf(person, number),
});

export const says = (person: string, message: string, number = 1): What => ({
  kind: 'send',
  ...socketOf(person, number),
  message,
  text: message,
  ...here,
});

export const hears = (
  person: string,
  message: string,
  more: { number?: number; id?: number } = {},
): What => ({
  kind: 'deliver',
  ...socketOf(person, more.number),
  message,
  ...(more.id === undefined ? {} : { id: more.id }),
  ...here,
});

export const isTold = (person: string, message: string): What => ({
  kind: 'acknowledge',
  person,
  message,
  ...here,
});

/** `asked` is the time of asking; the line above `sees` is at the whole number before it. */
export const sees = (
  person: string,
  asked: number,
  messages: (string | Shown)[],
  more: { cut?: boolean; others?: boolean } = {},
): What => ({
  kind: 'view',
  person,
  asked,
  messages: messages.map((one) => (typeof one === 'string' ? { message: one } : one)),
  ...here,
  ...more,
});

export const status = (person: string, message: string, word: string): What => ({
  kind: 'status',
  ...socketOf(person),
  message,
  status: word,
  ...here,
});

export const counts = (person: string, value: number): What => ({ kind: 'counter', person, value, ...here });
export const reads = (person: string): What => ({ kind: 'read', person, ...here });

export const deletes = (person: string, message: string): What => ({
  kind: 'delete',
  person,
  message,
  ...here,
});

export const deleted = (person: string, message: string): What => ({
  kind: 'deleted',
  ...socketOf(person),
  message,
  ...here,
});

export const edits = (person: string, message: string, text: string): What => ({
  kind: 'edit',
  person,
  message,
  text,
  ...here,
});

export const edited = (person: string, message: string, text: string): What => ({
  kind: 'edited',
  ...socketOf(person),
  message,
  text,
  ...here,
});

export const settled: What = { kind: 'settled' };
export const both: What[] = [comes('alice'), comes('bob')];
