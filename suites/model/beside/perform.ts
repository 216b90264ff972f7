// Does what is done beside the conversation of the two, and waits until everybody has heard of it.
import { type BesideNews, membersOf, type Place } from '../../kit/beside.ts';
import type { Claim, Finding } from '../finding.ts';
import type { Run } from '../run.ts';
import { oracleAt } from './oracles.ts';
import { afterBeside, earsOf, noteAt, noteText, receiversOf } from './state.ts';
import { type BesideStep, nameOf } from './step.ts';
import { lookBeside } from './view.ts';

type Acting = Exclude<BesideStep, { do: 'look beside' }>;

interface Demand {
  what: 'said to each' | 'acknowledgement told' | 'reading told' | 'typing told';
  sockets: readonly string[];
  how: 'each' | 'any';
  fits(news: BesideNews): boolean;
  says: string;
  /** What a script has to look for. */
  claim: Pick<Claim, 'kind' | 'text'>;
}

export async function performBeside(run: Run, step: BesideStep): Promise<Finding | undefined> {
  if (!isPossible(run, step)) return undefined;
  run.steps.push(step);
  if (step.do === 'look beside') return lookBeside(run, step.who);
  const place = placeOf(run, step);
  const seat = await run.stage.seat(step.who, place);
  for (const ear of run.stage.ears) ear.listen();
  const before = new Map(run.stage.ears.map(({ label, aside }) => [label, aside.length]));
  const demand = demandOf(run, step, place);
  act(run, step, seat);
  const isConfirmed = step.do !== 'say beside' || (await confirmed(run, step.who, place));
  const missed = await missedBy(run, demand, before);
  const isLost = !seat.socket.isOpen;
  run.state = afterBeside(run.state, step, isLost);
  if (isLost) return undefined;
  if (missed.length > 0)
    return unheard(demand, { place, missed, isConfirmed, step, note: run.state.notes.length });
  if (isConfirmed) return undefined;
  return {
    oracle: oracleAt(place, 'confirmed'),
    expected: `${step.who} hears that the note was taken`,
    received: 'nothing of the kind',
    because: `${step.who} did not hear that the note was taken`,
  };
}

function isPossible({ stage, state, noteIds }: Run, step: BesideStep): boolean {
  const { beside } = stage.verbs;
  if (beside === undefined) return false;
  if ('place' in step && (!beside.places.includes(step.place) || !membersOf[step.place].includes(step.who)))
    return false;
  if (step.do === 'type beside') return membersOf[step.place].includes(step.to) && step.to !== step.who;
  if (!('note' in step)) return true;
  const note = state.notes[step.note - 1];
  return note !== undefined && noteIds.has(step.note) && receiversOf(note).includes(step.who);
}

const placeOf = ({ state }: Run, step: Acting): Place =>
  'place' in step ? step.place : noteAt(state, step.note).place;

function act(run: Run, step: Acting, seat: Awaited<ReturnType<Run['stage']['seat']>>): void {
  const id = 'note' in step ? (run.noteIds.get(step.note) ?? '') : '';
  switch (step.do) {
    case 'say beside':
      run.noteIds.set(run.state.notes.length + 1, seat.say(noteText(run.state)));
      return;
    case 'acknowledge beside':
      seat.acknowledge(id);
      return;
    case 'read beside':
      seat.markRead(id);
      return;
    case 'type beside':
      seat.type(step.to);
  }
}

function demandOf({ state, noteIds }: Run, step: Acting, place: Place): Demand {
  const { who } = step;
  if (step.do === 'say beside') {
    const text = noteText(state);
    return {
      what: 'said to each',
      sockets: receiversOf({ place, author: who }).flatMap((one) => earsOf(state, one)),
      how: 'each',
      fits: (news) => news.kind === 'said' && news.text === text,
      says: `note ${state.notes.length + 1}`,
      claim: { kind: 'said', text },
    };
  }
  if (step.do === 'type beside')
    return {
      what: 'typing told',
      sockets: earsOf(state, step.to),
      how: 'any',
      fits: (news) => news.kind === 'typing' && news.by === who && news.place === place,
      says: `that ${who} is typing`,
      claim: { kind: 'typing' },
    };
  const isRead = step.do === 'read beside';
  const id = noteIds.get(step.note);
  return {
    what: isRead ? 'reading told' : 'acknowledgement told',
    sockets: earsOf(state, noteAt(state, step.note).author),
    how: 'any',
    fits: (news) => news.kind === (isRead ? 'read' : 'received') && news.id === id && news.by === who,
    says: `that ${who} has ${isRead ? 'read' : 'received'} note ${step.note}`,
    claim: { kind: isRead ? 'read' : 'received' },
  };
}

async function confirmed(
  { stage, state, noteIds, promised }: Run,
  who: string,
  place: Place,
): Promise<boolean> {
  if (promised(oracleAt(place, 'confirmed')) === undefined) return true;
  const socket = stage.seats.get(`${who} ${place}`)?.socket;
  const id = noteIds.get(state.notes.length + 1);
  const found = await socket?.until(() =>
    socket.heard.some((heard) => {
      const news = stage.verbs.beside?.newsOf(heard);
      return news?.kind === 'confirmed' && news.id === id;
    })
      ? true
      : undefined,
  );
  return found === true;
}

/** The sockets that should have heard it and are still there. */
async function missedBy(
  { stage, promised }: Run,
  { sockets, how, fits, what }: Demand,
  before: ReadonlyMap<string, number>,
): Promise<string[]> {
  if (promised(oracleAt('all', what)) === undefined) return [];
  const ears = stage.ears.filter(({ label }) => sockets.includes(label));
  const hasHeard = ({ label, aside, listen }: (typeof ears)[number]): boolean => {
    listen();
    return aside.slice(before.get(label) ?? 0).some(fits);
  };
  const waits = ears.map(async (ear) => {
    const isThere = (): boolean => hasHeard(ear) || (how === 'any' && ears.some(hasHeard));
    return { ear, found: await ear.ear.until(() => (isThere() ? true : undefined)) };
  });
  const results = await Promise.all(waits);
  if (how === 'any' && ears.some(hasHeard)) return [];
  return results
    .filter(({ ear, found }) => found === undefined && ear.ear.isOpen)
    .map(({ ear }) => ear.label);
}

function unheard(
  { what, sockets, says, claim }: Demand,
  {
    place,
    missed,
    isConfirmed,
    step,
    note,
  }: { place: Place; missed: string[]; isConfirmed: boolean; step: Acting; note: number },
): Finding {
  const { who } = step;
  // Alice is an admin of every group; what nobody at all has noticed was not let in.
  const isRefused = step.do === 'say beside' && !isConfirmed && missed.length === sockets.length;
  return {
    oracle:
      isRefused && who !== 'alice' && place !== 'aside' ? 'group: anybody may write' : oracleAt(place, what),
    expected: `${missed.join(' and ')} hears ${says} from ${nameOf(place, who)}`,
    received: 'nothing of the kind',
    because: `${missed.join(' and ')} did not hear ${says}`,
    claim: {
      on: missed[0] ?? '',
      where: 'socket',
      least: 1,
      ...claim,
      ...(claim.text === undefined ? {} : { note }),
    },
  };
}
