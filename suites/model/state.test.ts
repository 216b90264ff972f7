// The model on its own: literal steps, and what everybody has to hear and to be shown because of them.
import { expect, it } from 'vitest';
import type { Ending, Line, News } from '../kit/verbs.ts';
import { demandsOf } from './expect.ts';
import { judgeHeard } from './judge-heard.ts';
import { judgeView } from './judge-view.ts';
import type { Oracle } from './oracles.ts';
import { after, begin, type State } from './state.ts';
import type { Step } from './step.ts';

const promised = (oracle: Oracle): string => `receipts.${oracle}`;
const [alice, bob]: Step[] = [
  { do: 'connect', who: 'alice' },
  { do: 'connect', who: 'bob' },
];
const says: Step = { do: 'say', who: 'alice', socket: 1, times: 1 };
const edits: Step = { do: 'edit', who: 'alice', socket: 1, message: 1 };
const deletes: Step = { do: 'remove', who: 'alice', socket: 1, message: 1 };
const leaves: Step = { do: 'leave', who: 'bob', socket: 1, how: 'cleanly' };

const state = (...steps: (Step | undefined)[]): State =>
  steps.reduce<State>((now, step) => (step === undefined ? now : after(now, step, 'done')), begin('m'));
const ends = (before: State, step: Step, ending: Ending | 'lost'): State => after(before, step, ending);
const hears = (before: State, step: Step): string[] =>
  demandsOf(before, step, promised).heard.map(({ kind, sockets }) => `${sockets.join('+')} ${kind}`);
const ids = new Map([
  [1, '11'],
  [2, '12'],
]);
const shown = (before: State, ...lines: Line[]): string | undefined =>
  judgeView(before, { who: 'bob', lines, pending: false, cut: false }, ids, promised)?.oracle;
const heard = (before: State, who: 'alice' | 'bob' | 'carol', ...news: News[]): string | undefined =>
  judgeHeard(before, [{ label: who, who, news }], ids, promised)?.oracle;
const one: Line = { id: '11', text: 'm1' };
const said: News = { kind: 'said', id: '11', text: 'm1', by: 'alice' };

it('wants a message to be heard by everybody who is there, and its marks by its author', () => {
  expect(hears(state(alice, bob), says)).toEqual([
    'bob said',
    'alice said',
    'alice confirmed',
    'alice delivered',
    'alice read',
  ]);
  expect(hears(state(alice), says)).toEqual(['alice said', 'alice confirmed', 'alice delivered']);
  expect(hears(state(alice, bob, bob), says)[0]).toBe('bob+bob 2 said');
});

it('expects nothing of a dialect that promises nothing', () => {
  expect(demandsOf(state(alice, bob), says, () => undefined)).toEqual({ heard: [] });
});

it('wants the last departure to be told, also of somebody whose other sockets were lost', () => {
  const both = state(alice, bob, bob);
  const told = (before: State, step: Step): (string | undefined)[] =>
    demandsOf(before, step, promised).heard.map(({ oracle }) => oracle);
  expect(told(both, leaves)).toEqual([]);
  const second: Step = { ...leaves, socket: 2 };
  expect(told(after(both, leaves), second)).toEqual(['leaving told']);
  expect(told(after(both, { ...leaves, how: 'abruptly' }), second)).toEqual(['a loss told']);
  const elsewhere = [alice, bob].reduce<State>(
    (now, step) => (step === undefined ? now : after(now, step)),
    begin('m', { settled: false }),
  );
  expect(told(elsewhere, leaves)).toEqual([]);
});

it('wants an edit to be announced to both, and refused to anybody but the author', () => {
  expect(hears(state(alice, bob, says), edits)).toEqual(['alice edited', 'bob edited']);
  const byBob = demandsOf(state(alice, bob, says), { ...edits, who: 'bob' }, promised);
  expect(byBob).toEqual({ heard: [], answer: { must: 'refused', oracle: 'edit by the other' } });
  const claiming = demandsOf(state(alice, bob, says), { ...edits, who: 'bob', claiming: true }, promised);
  expect(claiming).toEqual(byBob);
  const late = demandsOf(state(alice, bob, says, deletes), edits, promised);
  expect(late.answer).toEqual({ must: 'refused', oracle: 'edit of what is deleted' });
});

it('wants the first to come and the last to go to be announced, and nothing in between', () => {
  expect(hears(state(alice), { do: 'connect', who: 'bob' })).toEqual(['alice entered']);
  expect(hears(state(alice, bob), { do: 'connect', who: 'bob' })).toEqual([]);
  expect(hears(state(alice, bob, bob), leaves)).toEqual([]);
  expect(hears(state(alice, bob), leaves)).toEqual(['alice left']);
});

it('does not know whether somebody whose connection was lost still counts as there', () => {
  const lost = state(alice, bob, { do: 'leave', who: 'bob', socket: 1, how: 'abruptly' });
  expect(hears(lost, { do: 'connect', who: 'bob' })).toEqual([]);
  expect(heard(after(lost, says), 'alice', said, { kind: 'read', id: '11' })).toBeUndefined();
  expect(heard(state(alice, says), 'alice', said, { kind: 'read', id: '11' })).toBe('unread by the absent');
});

it('finds a message that comes twice, comes late, or comes to a stranger', () => {
  expect(heard(state(alice, bob, says), 'bob', said)).toBeUndefined();
  expect(heard(state(alice, bob, says), 'bob', said, said)).toBe('said once');
  expect(heard(state(alice, bob, says), 'carol', said)).toBe('said to nobody else');
  const second: News = { kind: 'said', id: '12', text: 'm2', by: 'alice' };
  expect(heard(state(alice, bob, says, says), 'bob', second, said)).toBe('said in order');
  expect(heard(state(alice, bob, says), 'bob', { ...said, by: 'bob' })).toBe('said by its author');
  expect(heard(state(alice, bob, says, says), 'bob', said, { ...second, id: '11' })).toBe(
    'said with an id of its own',
  );
});

it('finds an edit that is announced twice, or although it was refused', () => {
  const edited: News = { kind: 'edited', id: '11', text: 'm1v2' };
  expect(heard(state(alice, bob, says, edits), 'bob', said, edited)).toBeUndefined();
  expect(heard(state(alice, bob, says, edits), 'bob', said, edited, edited)).toBe('edited once');
  const refused = ends(state(alice, bob, says), { ...edits, who: 'bob' }, 'refused');
  expect(heard(refused, 'bob', said, edited)).toBe('edit by the other');
});

it('finds a second deletion that is announced', () => {
  const removed: News = { kind: 'removed', id: '11' };
  const twice = ends(state(alice, bob, says, deletes), deletes, 'refused');
  expect(heard(twice, 'bob', said, removed)).toBeUndefined();
  expect(heard(twice, 'bob', said, removed, removed)).toBe('removal of what is deleted');
});

it('finds nothing in the echoes of a dialect that promises none', () => {
  const second: News = { kind: 'said', id: '12', text: 'm2', by: 'alice' };
  const echoes = { label: 'alice', who: 'alice', news: [second, said, said] } as const;
  const said2 = state(alice, bob, says, says);
  expect(judgeHeard(said2, [echoes], ids, promised)?.oracle).toBe('said once');
  expect(judgeHeard(said2, [{ ...echoes, ownIsSilent: true }], ids, promised)).toBeUndefined();
});

it('allows the confirmation of a note with the same id, although nothing else tells the id', () => {
  const confirmed: News = { kind: 'confirmed', id: '1 7', text: 'm1' };
  const ear = { label: 'alice', who: 'alice', news: [confirmed, confirmed] } as const;
  const oracle = (...noteIds: string[]): string | undefined =>
    judgeHeard(state(alice, bob, says), [{ ...ear, noteIds }], new Map(), promised)?.oracle;
  expect(oracle('1 7')).toBeUndefined();
  expect(oracle('1 8')).toBe('confirmed once');
});

it('finds marks in the wrong order', () => {
  const marks: News[] = [
    { kind: 'read', id: '11' },
    { kind: 'delivered', id: '11' },
  ];
  expect(heard(state(alice, bob, says), 'alice', said, ...marks)).toBe('marked in order');
  expect(heard(state(alice, bob, says), 'alice', said, ...marks.toReversed())).toBeUndefined();
});

it('finds what is missing, what is there twice, and what should be gone', () => {
  expect(shown(state(alice, bob, says), one)).toBeUndefined();
  expect(shown(state(alice, bob, says))).toBe('shown to both');
  expect(shown(state(alice, says))).toBe('shown to the absent');
  expect(shown(state(alice, bob, says), one, one)).toBe('shown once');
  expect(shown(state(alice, bob, says, deletes), one)).toBe('removal is stored');
  expect(shown(state(alice, bob, says, says, deletes))).toBe('removal spares the rest');
  expect(shown(state(alice, bob, says, says), { id: '12', text: 'm2' }, one)).toBe('shown in order');
});

it('finds an edit that is not shown, or changes something else', () => {
  const edited = state(alice, bob, says, edits);
  expect(shown(edited, { ...one, text: 'm1v2' })).toBeUndefined();
  expect(shown(edited, one)).toBe('edit is stored');
  const two: Line = { id: '12', text: 'm1v2' };
  expect(shown(state(alice, bob, says, says, edits), { ...one, text: 'm1v2' }, two)).toBe(
    'edit spares the rest',
  );
});

it('finds a status that was not stored, and none where the document is silent', () => {
  const read = (status: string): Line => ({ ...one, status });
  expect(shown(state(alice, bob, says), read('delivered'))).toBe('read is stored');
  expect(shown(state(alice, says), read('read'))).toBe('delivered is stored');
  for (const status of ['delivered', 'read'])
    expect(shown(state(alice, says, bob), read(status))).toBeUndefined();
});

it('allows both outcomes of what was asked for on a connection that was lost', () => {
  const vanished = state(alice, bob, { do: 'say and vanish', who: 'alice', socket: 1 });
  expect(shown(vanished)).toBeUndefined();
  expect(shown(vanished, one)).toBeUndefined();
  expect(shown(vanished, one, one)).toBe('shown once');
  const open = ends(state(alice, bob, says), edits, 'unknown');
  expect(shown(open, one)).toBeUndefined();
  expect(shown(open, { ...one, text: 'm1v2' })).toBeUndefined();
  expect(shown(open, { ...one, text: 'm9' })).toBe('edit is stored');
});

it('keeps what waits until it is acknowledged, and nothing else', () => {
  const pending = (before: State, ...lines: Line[]): string | undefined =>
    judgeView(before, { who: 'bob', lines, pending: true, cut: false }, ids, promised)?.oracle;
  const acknowledged = state(alice, bob, says, says, {
    do: 'acknowledge',
    who: 'bob',
    socket: 1,
    message: 1,
  });
  expect(pending(acknowledged, { id: '12', text: 'm2' })).toBeUndefined();
  expect(pending(acknowledged, one, { id: '12', text: 'm2' })).toBe('acknowledgement deletes');
  expect(pending(acknowledged)).toBe('acknowledgement spares the rest');
});

it('counts what came while one was away, and anything between for what came while one was there', () => {
  expect(state(alice, says, says).unread.bob).toMatchObject({ least: 2, most: 2 });
  expect(state(alice, bob, says).unread.bob).toMatchObject({ least: 0, most: 1 });
  expect(state(alice, says, bob, { do: 'read', who: 'bob', socket: 1 }).unread.bob).toMatchObject({
    least: 0,
    most: 0,
  });
});

it('does not count on a reading that may be lost, or on one that something may come after', () => {
  const reads: Step = { do: 'read', who: 'bob', socket: 1 };
  const lost = state(alice, bob, says, reads, { do: 'leave', who: 'bob', socket: 1, how: 'abruptly' });
  expect(lost.unread.bob).toMatchObject({ least: 0, most: Number.POSITIVE_INFINITY });
  const late = state(alice, bob, { do: 'say and vanish', who: 'alice', socket: 1 }, reads);
  expect(late.unread.bob).toMatchObject({ least: 0, most: 1 });
});
