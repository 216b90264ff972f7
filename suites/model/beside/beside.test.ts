// Notes on their own: literal steps, and what each of the three has to hear and to fetch because of them.
import { expect, it } from 'vitest';
import type { BesideLine, BesideNews, Member, Place } from '../../kit/beside.ts';
import type { Oracle } from '../oracles.ts';
import { after, begin, type State } from '../state.ts';
import { isBeside, readSteps, type Step } from '../step.ts';
import { notesHeard } from './judge.ts';
import { judgeWaiting } from './judge-waiting.ts';
import { afterBeside, pendingOf } from './state.ts';

const promised = (oracle: Oracle): string => `dialogues.${oracle}`;
const toAll: Step = { do: 'say beside', who: 'alice', place: 'all' };
const toTwo: Step = { do: 'say beside', who: 'alice', place: 'two' };
const takes = (who: Member, note = 1): Step => ({ do: 'acknowledge beside', who, note });

const state = (...steps: Step[]): State =>
  steps.reduce<State>(
    (now, step) => (isBeside(step) ? afterBeside(now, step, false) : after(now, step)),
    begin('m'),
  );
const line = (n: number, place: Place, pending: Member[]): BesideLine => ({
  place,
  text: `mn${n}`,
  id: `1 ${n}`,
  by: 'alice',
  among: 'groups',
  pending,
});
const fetched = (before: State, who: Member, ...lines: BesideLine[]): string | undefined =>
  judgeWaiting(before, { who, lines }, promised)?.oracle;
const said = (n: number, place: Place, by: Member = 'alice'): BesideNews => ({
  kind: 'said',
  place,
  by,
  text: `mn${n}`,
  id: `1 ${n}`,
});
const heard = (before: State, who: Member, ...aside: BesideNews[]): string | undefined =>
  notesHeard(before.notes, { ears: [{ label: who, who, aside }], seats: [], ids: new Map() }, promised)
    ?.oracle;

it('keeps a note for everybody in the group until each has acknowledged it', () => {
  const [note] = state(toAll, takes('bob')).notes;
  expect(note && pendingOf(note).surely).toEqual(['carol']);
  expect(fetched(state(toAll), 'bob', line(1, 'all', ['bob', 'carol']))).toBeUndefined();
  expect(fetched(state(toAll, takes('bob')), 'bob')).toBeUndefined();
  expect(fetched(state(toAll, takes('bob')), 'carol', line(1, 'all', ['carol']))).toBeUndefined();
});

it('blames what took a note away', () => {
  expect(fetched(state(toAll), 'carol')).toBe('group: shown to the absent');
  expect(fetched(state({ do: 'overhear' }, toAll), 'carol')).toBe('group: shown to both');
  expect(fetched(state(toAll, takes('bob')), 'carol')).toBe('group: acknowledgement deletes');
  expect(fetched(state(toTwo, toTwo, takes('bob')), 'bob')).toBe('group: acknowledgement spares the rest');
  expect(fetched(state(toAll, { do: 'read beside', who: 'bob', note: 1 }), 'bob')).toBe(
    'group: reading spares everything',
  );
});

it('sees what is still there after it was acknowledged', () => {
  const one = line(1, 'all', ['carol']);
  expect(fetched(state(toAll, takes('bob')), 'bob', one)).toBe('group: acknowledgement deletes');
  const both = state(toAll, takes('bob'), takes('carol'));
  expect(fetched(both, 'bob', one)).toBe('group: last acknowledgement deletes');
});

it('allows both where an acknowledgement may be lost', () => {
  const lost = afterBeside(state(toAll), { do: 'acknowledge beside', who: 'bob', note: 1 }, true);
  expect(fetched(lost, 'bob')).toBeUndefined();
  expect(fetched(lost, 'bob', line(1, 'all', ['bob', 'carol']))).toBeUndefined();
  expect(fetched(lost, 'carol', line(1, 'all', ['carol']))).toBeUndefined();
  expect(fetched(lost, 'carol', line(1, 'all', ['bob']))).toBe('group: pending is who has not received');
});

it('wants the pending list to be exactly who has not acknowledged', () => {
  const rule = 'group: pending is who has not received';
  expect(fetched(state(toAll), 'bob', line(1, 'all', ['bob']))).toBe(rule);
  expect(fetched(state(toAll, takes('bob')), 'carol', line(1, 'all', ['bob', 'carol']))).toBe(rule);
});

it('shows a note to nobody outside its group, to its author, or twice', () => {
  const one = line(1, 'two', ['bob']);
  expect(fetched(state(toTwo), 'carol', one)).toBe('group: said to nobody else');
  expect(fetched(state(toTwo), 'alice', one)).toBe('group: shown without own');
  expect(fetched(state(toTwo), 'bob', one, one)).toBe('group: shown once');
  expect(fetched(state(toTwo), 'bob', { ...one, by: 'carol' })).toBe('group: shown with its author');
  expect(fetched(state(toTwo), 'bob', { ...one, among: 'people' })).toBe('kinds apart');
  expect(fetched(state(toTwo), 'bob', one, { ...one, place: 'aside', among: 'people' })).toBe('kinds apart');
});

it('hears a note once, in its place, from its author, in order, and nobody else does', () => {
  const two = state(toTwo, toTwo);
  expect(heard(two, 'bob', said(1, 'two'), said(2, 'two'))).toBeUndefined();
  expect(heard(two, 'bob', said(1, 'two'), said(1, 'two'))).toBe('group: said once');
  expect(heard(two, 'bob', said(2, 'two'), said(1, 'two'))).toBe('group: said in order');
  expect(heard(two, 'bob', said(1, 'all'))).toBe('group: said by its author');
  expect(heard(two, 'bob', said(1, 'two', 'bob'))).toBe('group: said by its author');
  expect(heard(two, 'carol', said(1, 'two'))).toBe('group: said to nobody else');
});

it('allows one confirmation for each of two notes that share an id', () => {
  const ids = new Map([
    [1, '1 7'],
    [2, '1 7'],
  ]);
  const judged = (...confirmed: string[]): string | undefined =>
    notesHeard(state(toAll, toTwo).notes, { ears: [], seats: [{ who: 'alice', confirmed }], ids }, promised)
      ?.oracle;
  expect(judged('1 7', '1 7')).toBeUndefined();
  expect(judged('1 7', '1 7', '1 7')).toBe('group: confirmed once');
});

it('allows the confirmation of a message with the same id that comes to all sockets of its author', () => {
  const seats = [{ who: 'alice', confirmed: ['1 7', '1 7'] }];
  const heardBeside = (author: string, id?: string): string | undefined => {
    const heard = { ears: [], seats, ids: new Map([[1, '1 7']]), besides: [{ author, id }] };
    return notesHeard(state(toAll).notes, heard, promised)?.oracle;
  };
  expect(heardBeside('alice', '1 7')).toBeUndefined();
  // Said on a connection that was lost at once: its id is not known.
  expect(heardBeside('alice')).toBeUndefined();
  expect(heardBeside('alice', '1 8')).toBe('group: confirmed once');
  expect(heardBeside('bob')).toBe('group: confirmed once');
});

it('is read back from a file, and refused where it is about nobody', () => {
  const steps = [toAll, takes('carol')];
  expect(readSteps(JSON.parse(JSON.stringify(steps)), 'x.json')).toEqual(steps);
  expect(() => readSteps([{ do: 'say beside', who: 'dave', place: 'all' }], 'x.json')).toThrow(
    'no step of the model',
  );
});
