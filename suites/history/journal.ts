// Journals as files: one JSON object a line, in the order in which things happened.
import { UsageError } from '../../specs/kit/errors.ts';
import { didYouMean } from '../../specs/kit/nearest.ts';
import { isObject, show } from '../kit/match.ts';
import type { Event, Kind } from './events.ts';

type Type = 'text' | 'key' | 'number' | 'yes or no' | 'texts' | 'messages';

const ofConversation = { person: 'text', conversation: 'text' } as const;
const ofMessage = { ...ofConversation, message: 'key' } as const;

/** What each kind of line has to carry, and what it may. */
export const lines: Record<Kind, { has: Record<string, Type>; may: Record<string, Type> }> = {
  journal: { has: {}, may: { dialect: 'text' } },
  conversation: { has: { conversation: 'text', members: 'texts' }, may: { echo: 'yes or no' } },
  connect: { has: { person: 'text', socket: 'text' }, may: { conversation: 'text' } },
  disconnect: { has: { person: 'text', socket: 'text' }, may: {} },
  send: { has: { ...ofMessage, socket: 'text' }, may: { text: 'text' } },
  acknowledge: { has: ofMessage, may: { id: 'key' } },
  refuse: { has: ofMessage, may: {} },
  deliver: { has: { ...ofMessage, socket: 'text' }, may: { id: 'key', text: 'text' } },
  view: {
    has: { ...ofConversation, asked: 'number', messages: 'messages' },
    may: { cut: 'yes or no', others: 'yes or no' },
  },
  edit: { has: { ...ofMessage, text: 'text' }, may: {} },
  edited: { has: { ...ofMessage, text: 'text' }, may: { socket: 'text' } },
  delete: { has: ofMessage, may: {} },
  deleted: { has: ofMessage, may: { socket: 'text' } },
  status: { has: { ...ofMessage, status: 'key' }, may: { socket: 'text' } },
  counter: { has: { ...ofConversation, value: 'number' }, may: { socket: 'text' } },
  read: { has: ofConversation, may: {} },
  settled: { has: {}, may: {} },
};

const shown = { has: { message: 'key' }, may: { id: 'key', text: 'text', status: 'key' } } as const;

export function writeJournal(events: readonly Event[]): string {
  return events.map((event) => `${JSON.stringify(event)}\n`).join('');
}

/** Reads a journal, or says in one sentence which line is wrong and how. */
export function readJournal(text: string, file: string): { events: Event[]; numbers: number[] } {
  const events: Event[] = [];
  /** The number of each one's line in the file. */
  const numbers: number[] = [];
  let last = -Infinity;
  let number = 0;
  for (const line of text.split('\n')) {
    number += 1;
    if (line.trim() === '') continue;
    const event = readLine(line, `${file}:${number}`);
    if (event.t < last)
      throw new UsageError(
        `${file}:${number} has t ${event.t}, which is before ${last} of the line above: put the lines in the order of one clock.`,
      );
    last = event.t;
    events.push(event);
    numbers.push(number);
  }
  return { events, numbers };
}

function readLine(line: string, where: string): Event {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new UsageError(`${where} is not JSON: it begins with ${JSON.stringify(line.slice(0, 40))}.`);
  }
  if (isEvent(value, where)) return value;
  throw new UsageError(`${where} is ${show(value, 40)}: give an object with "t" and "kind".`);
}

function isEvent(value: unknown, where: string): value is Event {
  if (!isObject(value)) return false;
  const kind = String(value['kind']);
  const form = Object.entries(lines).find(([name]) => name === kind)?.[1];
  if (form === undefined)
    throw new UsageError(
      `${where} has the kind "${kind}", which is none of a journal's.${didYouMean(kind, Object.keys(lines))}`,
    );
  expectFields(value, { has: { t: 'number', ...form.has }, may: form.may }, where);
  return true;
}

function expectFields(
  value: Record<string, unknown>,
  { has, may }: { has: Record<string, Type>; may: Record<string, Type> },
  where: string,
): void {
  for (const [field, type] of Object.entries(has)) {
    if (value[field] === undefined)
      throw new UsageError(`${where} has no "${field}": add it, as ${words[type]}.`);
    expectType(value[field], type, `${where} has "${field}"`);
  }
  for (const [field, type] of Object.entries(may))
    if (value[field] !== undefined) expectType(value[field], type, `${where} has "${field}"`);
}

const words: Record<Type, string> = {
  text: 'a text',
  key: 'a text or a number',
  number: 'a number',
  'yes or no': 'true or false',
  texts: 'an array of texts',
  messages: 'an array of objects with "message"',
};

function expectType(value: unknown, type: Type, what: string): void {
  if (!fits[type](value))
    throw new UsageError(`${what} of ${show(value, 40)}, which has to be ${words[type]}.`);
  if (type !== 'messages' || !Array.isArray(value)) return;
  for (const [at, one] of value.entries())
    if (isObject(one)) expectFields(one, shown, `${what}, whose entry ${at + 1}`);
}

const isText = (value: unknown): boolean => typeof value === 'string';
const fits: Record<Type, (value: unknown) => boolean> = {
  text: isText,
  number: (value) => typeof value === 'number',
  key: (value) => isText(value) || typeof value === 'number',
  'yes or no': (value) => typeof value === 'boolean',
  texts: (value) => Array.isArray(value) && value.every(isText),
  messages: (value) => Array.isArray(value) && value.every((one) => isObject(one)),
};
