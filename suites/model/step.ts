// What people do in a run of the model: plain data, so that a counterexample can be kept in a file and done again.
import { UsageError } from '../../specs/kit/errors.ts';
import type { Member, Place } from '../kit/beside.ts';
import { isObject, show } from '../kit/match.ts';
import type { Role } from '../kit/verbs.ts';
import { type BesideStep, besideFields, besideSentence } from './beside/step.ts';

/** Sockets are counted for each person, messages for all; both from 1. */
export type Step =
  | { do: 'connect'; who: Role }
  | { do: 'overhear' }
  | { do: 'leave'; who: Role; socket: number; how: 'cleanly' | 'abruptly' }
  | { do: 'say'; who: Role; socket: number; times: number }
  | { do: 'say and vanish'; who: Role; socket: number }
  | { do: 'edit'; who: Role; socket: number; message: number; claiming?: true }
  | { do: 'remove' | 'acknowledge'; who: Role; socket: number; message: number }
  | { do: 'read'; who: Role; socket: number; message?: number }
  | { do: 'type'; who: Role; socket: number }
  | { do: 'upload'; who: Role }
  | { do: 'announce'; who: Role; socket: number; message: number }
  | { do: 'look' | 'count'; who: Role }
  | BesideStep;

export const other = (who: Role): Role => (who === 'alice' ? 'bob' : 'alice');

/** It only asks, and changes nothing. */
export type Asking = Extract<Step, { do: 'look' | 'count' }>;

export const isAsking = (step: Step): step is Asking => step.do === 'look' || step.do === 'count';

export const isBeside = (step: Step): step is BesideStep => step.do in besideFields;

/** It asks, or it opens nothing and says nothing: no command that anybody would count. */
export const onlyAsks = (step: Step): boolean => isAsking(step) || step.do === 'look beside';

/** How a socket is called: alice, alice 2, alice 3. */
export const labelOf = (who: string, socket: number): string => (socket === 1 ? who : `${who} ${socket}`);

export function sentenceOf(step: Step): string {
  if (step.do === 'overhear') return 'carol opens a socket of her own conversation';
  if (isBeside(step)) return besideSentence(step);
  const { who } = step;
  const at = 'socket' in step && step.socket > 1 ? ` on socket ${step.socket}` : '';
  switch (step.do) {
    case 'connect':
      return `${who} connects`;
    case 'leave':
      return `${who} leaves ${step.how}${at}`;
    case 'say':
      return `${who} says ${step.times === 1 ? 'something' : `${step.times} things`}${at}`;
    case 'say and vanish':
      return `${who} says something and loses the connection at once${at}`;
    case 'edit':
      return `${who} edits message ${step.message}${at}${step.claiming === true ? `, claiming to be ${other(who)}` : ''}`;
    case 'remove':
      return `${who} deletes message ${step.message}${at}`;
    case 'acknowledge':
      return `${who} acknowledges message ${step.message}${at}`;
    case 'read':
      return `${who} has read ${step.message === undefined ? 'everything' : `message ${step.message}`}${at}`;
    case 'type':
      return `${who} is typing${at}`;
    case 'upload':
      return `${who} uploads a file`;
    case 'announce':
      return `${who} announces message ${step.message}${at}`;
    case 'look':
      return `${who} looks at the conversation`;
    case 'count':
      return `${who} asks how much is unread`;
  }
}

/** What each step has to say besides what it does. */
const fields: Readonly<Record<Step['do'], readonly string[]>> = {
  connect: ['who'],
  overhear: [],
  leave: ['who', 'socket', 'how'],
  say: ['who', 'socket', 'times'],
  'say and vanish': ['who', 'socket'],
  edit: ['who', 'socket', 'message'],
  remove: ['who', 'socket', 'message'],
  acknowledge: ['who', 'socket', 'message'],
  read: ['who', 'socket'],
  type: ['who', 'socket'],
  upload: ['who'],
  announce: ['who', 'socket', 'message'],
  look: ['who'],
  count: ['who'],
  ...besideFields,
};

const isStep = (value: unknown): value is Step => {
  if (!isObject(value)) return false;
  const entry = Object.entries(fields).find(([name]) => name === value['do']);
  return entry?.[1].every((name) => fits(name, value[name], / beside$/.test(entry[0]))) === true;
};

const places: readonly unknown[] = ['all', 'two', 'aside'] satisfies Place[];
const members: readonly unknown[] = ['alice', 'bob', 'carol'] satisfies Member[];

function fits(name: string, value: unknown, isAnybody: boolean): boolean {
  if (name === 'place') return places.includes(value);
  if (name === 'to' || (name === 'who' && isAnybody)) return members.includes(value);
  if (name === 'who') return value === 'alice' || value === 'bob';
  if (name === 'how') return value === 'cleanly' || value === 'abruptly';
  return Number.isInteger(value) && Number(value) > 0;
}

export function readSteps(value: unknown, from: string): Step[] {
  if (!Array.isArray(value))
    throw new UsageError(`${from} has ${show(value, 40)} for "steps": give the list that chatproof wrote.`);
  return value.map((one: unknown, at) => {
    if (isStep(one)) return one;
    throw new UsageError(
      `${from} has ${show(one, 80)} as step ${at + 1}, which is no step of the model (${Object.keys(fields).join(', ')}).`,
    );
  });
}
