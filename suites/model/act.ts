// Does what a step says, on the sockets of the stage.
import { eventually } from '../kit/eventually.ts';
import { Unmet } from '../kit/failure.ts';
import type { Ending, Role } from '../kit/verbs.ts';
import type { BesideStep } from './beside/step.ts';
import { fileFor, wordsFor } from './files/file.ts';
import type { Finding } from './finding.ts';
import type { Run } from './run.ts';
import type { LiveEar } from './stage.ts';
import { nextEdit, openOf, textOf, whereIs } from './state.ts';
import { type Asking, labelOf, other, type Step } from './step.ts';

export interface Acted {
  ending: Ending | 'lost';
  finding?: Finding | undefined;
}

export async function act(run: Run, step: Exclude<Step, Asking | BesideStep>): Promise<Acted> {
  switch (step.do) {
    case 'overhear':
      await run.stage.overhear();
      return { ending: 'untold' };
    case 'connect':
      return { ending: 'untold', finding: await connect(run, step.who) };
    case 'leave': {
      const { out, ear } = liveAt(run, step);
      if (step.how === 'cleanly') await Promise.all([...new Set([out, ear])].map((socket) => socket.leave()));
      else for (const socket of new Set([out, ear])) socket.vanish();
      return { ending: 'untold' };
    }
    case 'upload':
      return upload(run, step.who);
    default:
      return onSocket(run, step);
  }
}

type OnSocket = Extract<Step, { socket: number }>;

async function onSocket(run: Run, step: Exclude<OnSocket, { do: 'leave' }>): Promise<Acted> {
  const live = liveAt(run, step);
  const { party } = live;
  if (party === undefined) return { ending: 'lost' };
  if (!live.out.isOpen || !live.ear.isOpen) return { ending: 'lost' };
  const id = 'message' in step && step.message !== undefined ? run.ids.get(step.message) : undefined;
  switch (step.do) {
    case 'say':
      for (let n = 1; n <= step.times; n += 1) party.say(textOf(run.state, run.state.messages.length + n));
      return { ending: 'untold', finding: await anchored(run, step) };
    case 'say and vanish':
      party.say(textOf(run.state, run.state.messages.length + 1));
      for (const socket of new Set([live.out, live.ear])) socket.vanish();
      return { ending: 'lost' };
    case 'edit': {
      const claimed = step.claiming === true ? other(step.who) : undefined;
      const text = nextEdit(run.state, step.message);
      return { ending: (await party.edit?.(id ?? '', text, claimed)) ?? 'unknown' };
    }
    case 'remove':
      return { ending: (await party.remove?.(id ?? '')) ?? 'unknown' };
    case 'acknowledge':
      party.acknowledge?.(id ?? '');
      return { ending: 'untold' };
    case 'read':
      party.markRead?.(id);
      return { ending: 'untold' };
    case 'announce':
      party.announce?.(id ?? '', wordsFor(run.state, step.message));
      return { ending: 'untold' };
    case 'type':
      party.type?.();
      return { ending: 'untold' };
  }
}

async function upload({ stage, state, ids }: Run, who: Role): Promise<Acted> {
  const n = state.messages.length + 1;
  const { ending = 'unknown', id } =
    (await stage.verbs.upload?.(who, textOf(state, n), await fileFor(state, n))) ?? {};
  if (id !== undefined) ids.set(n, id);
  if (ending !== 'refused') return { ending };
  const finding: Finding = {
    oracle: 'upload answered',
    expected: 'the upload succeeds',
    received: 'it was refused',
    because: `an upload of ${who} was refused`,
  };
  return { ending, finding };
}

function liveAt({ stage }: Run, { who, socket }: { who: Role; socket: number }): LiveEar {
  const found = stage.ears.find(({ label }) => label === labelOf(who, socket));
  if (found === undefined) throw new Unmet(`${who} has no socket ${socket} in this run.`);
  return found;
}

/** Whoever connects may be told who is there. */
async function connect({ stage, state, promised }: Run, who: Role): Promise<Finding | undefined> {
  const count = state.sockets.filter((sock) => sock.who === who).length;
  const { party } = await stage.enter(labelOf(who, count + 1), who);
  const present = party?.present;
  if (present === undefined) return undefined;
  const partner = other(who);
  const where = whereIs(state, partner);
  const named = present.includes(partner);
  if (present.includes('carol') && promised('list lacks the absent') !== undefined)
    return presence('list lacks the absent', 'carol is in the list, but in no conversation with both');
  if (where === 'there' && !named && promised('list has the other') !== undefined)
    return presence('list has the other', `${partner} is in the conversation, but not in the list`);
  if (where === 'nowhere' && named && promised('list lacks the absent') !== undefined)
    return presence('list lacks the absent', `${partner} is in the list, but was never in the conversation`);
  return undefined;
}

function presence(oracle: Finding['oracle'], because: string): Finding {
  return { oracle, expected: 'the list names exactly who is there', received: 'another list', because };
}

/** Nobody hears what is said where nobody is and nothing is echoed: then it counts once it can be looked up. */
async function anchored(
  { stage, state, promised }: Run,
  { who, times }: { who: Role; times: number },
): Promise<Finding | undefined> {
  const { verbs, world } = stage;
  const heard = openOf(state, other(who)).length > 0;
  const told = promised('said to its author') !== undefined || promised('confirmed') !== undefined;
  if (heard || told || verbs.history === undefined) return undefined;
  const text = textOf(state, state.messages.length + times);
  const look = verbs.history;
  const found = await eventually(world, async () =>
    (await look(who)).some((line) => line.text === text) ? true : undefined,
  );
  // Where an earlier one was stored, their absence is not what matters.
  const another = times > 1 || state.messages.some(({ receiver }) => receiver === 'nowhere');
  const oracle = another ? 'shown to both' : 'shown to the absent';
  if (found !== undefined || promised(oracle) === undefined) return undefined;
  return {
    oracle,
    expected: `${who} finds message ${state.messages.length + times} in the conversation`,
    received: 'it is not there',
    because: 'a message that was said while the other was away is not stored',
    claim: { on: who, where: 'view', text, message: state.messages.length + times, least: 1 },
  };
}
