// A textbook of chat bugs: each is a history of a few lines, and the lines that show it.
import { expect, it } from 'vitest';
import type { Event, Shown, What } from './events.ts';
import { findingsIn } from './judges.ts';
import {
  both,
  comes,
  counts,
  deleted,
  deletes,
  edited,
  edits,
  goes,
  hears,
  here,
  isTold,
  reads,
  says,
  sees,
  settled,
  status,
} from './testing/lines.ts';

/** One line a millisecond; the first says who belongs to the room. */
const room: What = { kind: 'conversation', ...here, members: ['alice', 'bob'], echo: true };
const journal = (...lines: What[]): Event[] => [room, ...lines].map((line, t) => ({ t, ...line }));
const found = (...lines: What[]): string[] => findingsIn(journal(...lines)).map(({ because }) => because);
const shows = (...lines: What[]): number[][] => findingsIn(journal(...lines)).map(({ witness }) => witness);

it('finds nothing in a conversation in which everybody hears everything', () => {
  const hello = [says('alice', 'hello'), hears('alice', 'hello'), hears('bob', 'hello')];
  const hi = [says('bob', 'hi'), hears('bob', 'hi'), hears('alice', 'hi')];
  expect(found(...both, ...hello, ...hi, settled, sees('bob', 20, ['hello', 'hi']))).toEqual([]);
});

it('finds a lost message: a later one of the same connection has come', () => {
  const lines = [...both, says('alice', 'a'), says('alice', 'b'), hears('alice', 'a'), hears('alice', 'b')];
  expect(found(...lines)).toEqual([]);
  expect(found(...lines, hears('bob', 'b'))).toEqual([
    'bob\'s socket "bob 1" was connected and did not hear "a" of alice',
  ]);
  expect(shows(...lines, hears('bob', 'b'))).toEqual([[2, 3, 7]]);
});

it('finds a message that nobody has heard when all has settled', () => {
  expect(found(...both, says('alice', 'a'), settled)).toEqual([
    'alice\'s socket "alice 1" was connected and did not hear "a" of alice',
    'bob\'s socket "bob 1" was connected and did not hear "a" of alice',
  ]);
});

it('says when it is one socket of several that heard nothing', () => {
  const lines = [...both, comes('bob', 2), says('alice', 'a'), hears('alice', 'a')];
  expect(found(...lines, hears('bob', 'a', { number: 2 }), settled)).toEqual([
    'bob\'s socket "bob 1" was connected and did not hear "a" of alice, although another socket of bob did',
  ]);
});

it('expects nothing of a socket that came later or went before', () => {
  const lines = [...both, says('alice', 'a'), hears('alice', 'a'), goes('bob'), comes('bob', 2)];
  expect(found(...lines, settled)).toEqual([]);
});

it('does not miss what may not have happened: its connection was lost before anybody saw it', () => {
  const lines = [...both, says('alice', 'a'), goes('alice')];
  expect(found(...lines, settled, sees('bob', 10, []))).toEqual([]);
  expect(found(...lines, hears('bob', 'a'), settled)).toEqual([]);
});

it('misses what may not have happened once history has told', () => {
  const lines = [...both, says('alice', 'a'), goes('alice'), comes('bob', 2), sees('bob', 5.5, ['a'])];
  expect(found(...lines, sees('bob', 6.5, []))).toEqual([
    '"a" had happened when bob asked for the conversation, and is not in it',
  ]);
  expect(shows(...lines, sees('bob', 6.5, []))).toEqual([[3, 6, 7]]);
});

it('misses an acknowledged message in every view that is asked for afterwards', () => {
  const lines = [comes('alice'), says('alice', 'a'), isTold('alice', 'a')];
  expect(found(...lines, sees('bob', 2.5, []))).toEqual([]);
  expect(found(...lines, sees('bob', 3.5, []))).toEqual([
    '"a" had happened when bob asked for the conversation, and is not in it',
  ]);
});

it('lets a view that is cut leave out what is old, and nothing else', () => {
  const lines = ['a', 'b', 'c'].flatMap((text) => [says('alice', text), isTold('alice', text)]);
  expect(found(...lines, sees('bob', 10, ['b', 'c'], { cut: true }))).toEqual([]);
  expect(found(...lines, sees('bob', 10, ['a', 'c'], { cut: true }))).toEqual([
    '"b" had happened when bob asked for the conversation, and is not in it',
  ]);
});

it('lets a mailbox leave out what its owner sent', () => {
  const lines = [comes('alice'), says('alice', 'a'), isTold('alice', 'a')];
  expect(found(...lines, sees('alice', 5, [], { others: true }))).toEqual([]);
  expect(found(...lines, sees('bob', 5, [], { others: true }))).toHaveLength(1);
});

it('finds a message that is delivered twice', () => {
  const lines = [...both, says('alice', 'a'), hears('bob', 'a'), hears('bob', 'a')];
  expect(found(...lines)).toEqual(['bob\'s socket "bob 1" heard "a" 2 times']);
  expect(shows(...lines)).toEqual([[3, 4, 5]]);
});

it('counts a message once on each of two sockets', () => {
  const lines = [...both, comes('bob', 2), says('alice', 'a'), hears('bob', 'a')];
  expect(found(...lines, hears('bob', 'a', { number: 2 }))).toEqual([]);
});

it('finds a message that a view holds twice', () => {
  expect(found(says('alice', 'a'), sees('bob', 2, ['a', 'a']))).toEqual([
    'the conversation as bob is shown it holds "a" 2 times',
  ]);
});

it('finds a ghost: a message that nobody sent, or that was refused', () => {
  expect(found(...both, hears('bob', 'boo'))).toEqual([
    '"boo" is a message that nobody has sent, yet bob heard it on "bob 1"',
  ]);
  const refused: What = { kind: 'refuse', person: 'alice', message: 'a', ...here };
  expect(found(...both, says('alice', 'a'), refused, sees('bob', 5, ['a']))).toEqual([
    '"a" is a message that was refused, yet bob was shown it',
  ]);
});

it('takes what was there before the first message for old', () => {
  const lines = [sees('bob', 0, ['old']), says('alice', 'a'), isTold('alice', 'a')];
  expect(found(...lines, sees('bob', 5, ['old', 'a']))).toEqual([]);
});

it('finds a message that overtook another of the same connection', () => {
  const lines = [comes('bob'), says('alice', 'a'), says('alice', 'b'), hears('bob', 'b'), hears('bob', 'a')];
  expect(found(...lines)).toEqual(['"b" overtook "a" on bob\'s socket "bob 1"']);
  expect(shows(...lines)).toEqual([[2, 3, 4, 5]]);
  expect(found(says('alice', 'a'), says('alice', 'b'), sees('bob', 3, ['b', 'a']))).toEqual([
    '"b" overtook "a" in the conversation as bob is shown it',
  ]);
});

it('promises no order among the echoes of a dialect without echoes', () => {
  const silent: What = { kind: 'conversation', ...here, members: ['alice', 'bob'] };
  const lines = [...both, says('alice', 'a'), says('alice', 'b'), hears('alice', 'b'), hears('alice', 'a')];
  expect(found(...lines)).toEqual(['"b" overtook "a" on alice\'s socket "alice 1"']);
  expect(findingsIn([silent, ...lines].map((line, t) => ({ t, ...line })))).toEqual([]);
});

it('promises no order between two connections', () => {
  const lines = [comes('bob'), says('alice', 'a'), says('alice', 'b', 2)];
  expect(found(...lines, hears('bob', 'b'), hears('bob', 'a'))).toEqual([]);
});

it('finds two receivers who disagree about the order of two people', () => {
  const sent = [says('alice', 'a'), says('bob', 'b')];
  const heard = [hears('alice', 'a'), hears('alice', 'b'), hears('bob', 'b'), hears('bob', 'a')];
  expect(found(...sent, ...heard)).toEqual([
    'alice\'s socket "alice 1" has "a" before "b", and bob\'s socket "bob 1" has them the other way round',
  ]);
  expect(shows(...sent, ...heard)).toEqual([[3, 4, 5, 6]]);
});

it('finds two views that disagree about the order', () => {
  const sent = [says('alice', 'a'), says('bob', 'b')];
  expect(found(...sent, sees('alice', 3, ['a', 'b']), sees('bob', 4, ['b', 'a']))).toEqual([
    'the view of alice has "a" before "b", and the view of bob has them the other way round',
  ]);
});

it('finds a leak: an outsider hears or is shown a message', () => {
  expect(found(says('alice', 'a'), hears('mallory', 'a'))).toEqual([
    'mallory does not belong to "room" and heard "a" of alice',
  ]);
  expect(found(says('alice', 'a'), sees('mallory', 3, ['a']))).toEqual([
    'mallory does not belong to "room" and was shown "a"',
  ]);
});

it('finds one id with two contents', () => {
  const sight: Shown = { message: 'A!', id: 7 };
  const lines = [says('alice', 'a'), hears('bob', 'a', { id: 7 }), sees('alice', 3, [sight])];
  const told = ['the id 7 stands for "a" in one place and for "A!" in another'];
  expect(found(...lines)).toEqual(told);
  expect(found(says('alice', 'a'), sees('alice', 1, [sight]), hears('bob', 'a', { id: 7 }))).toHaveLength(1);
});

it('finds one message under two ids', () => {
  const [seven, eight]: Shown[][] = [[{ message: 'a', id: 7 }], [{ message: 'a', id: 8 }]];
  expect(found(says('alice', 'a'), sees('alice', 2, seven ?? []), sees('bob', 3, eight ?? []))).toEqual([
    'bob was shown "a" under the id 8, although it had the id 7 before',
  ]);
});

it('finds a text that nobody gave the message', () => {
  expect(found(says('alice', 'a'), sees('bob', 2, [{ message: 'a', text: 'A' }]))).toEqual([
    'bob was shown "a" with a text that nobody gave it: "A"',
  ]);
});

it('finds a status that goes backwards', () => {
  const [delivered, read] = [status('alice', 'a', 'delivered'), status('alice', 'a', 'read')];
  expect(found(says('alice', 'a'), delivered, read)).toEqual([]);
  expect(found(says('alice', 'a'), read, delivered)).toEqual(['alice saw "a" as "delivered" after "read"']);
});

it('finds a view with a status that was further before', () => {
  const lines = [says('alice', 'a'), status('alice', 'a', 'read')];
  const view = (asked: number): What => sees('alice', asked, [{ message: 'a', status: 'delivered' }]);
  expect(found(...lines, view(2.5))).toEqual(['alice saw "a" as "delivered" after "read"']);
  expect(found(...lines, view(1.5))).toEqual([]);
});

it('finds a count that does not converge', () => {
  const lines = [settled, counts('bob', 3), says('alice', 'a'), isTold('alice', 'a')];
  expect(found(...lines, counts('bob', 3), settled, counts('bob', 4))).toEqual([]);
  expect(found(...lines, settled, counts('bob', 3))).toEqual([
    'bob was told 3, but it was 3 before and 1 came since',
  ]);
});

it('lets a count go either way for what raced with reading', () => {
  const before = [settled, counts('bob', 3), says('alice', 'a'), isTold('alice', 'a')];
  const lines = [...before, reads('bob'), says('alice', 'b'), isTold('alice', 'b'), settled];
  expect(found(...lines, counts('bob', 0))).toEqual([]);
  expect(found(...lines, counts('bob', 2))).toEqual([]);
  expect(found(...lines, counts('bob', 4))).toEqual([
    'bob was told 4, but had read everything, and 2 came meanwhile or since',
  ]);
});

it('finds a deleted message that returns', () => {
  const lines = [
    comes('bob'),
    says('alice', 'a'),
    hears('bob', 'a'),
    deletes('alice', 'a'),
    deleted('bob', 'a'),
  ];
  expect(found(...lines, sees('bob', 4.5, ['a']))).toEqual([]);
  expect(found(...lines, sees('bob', 5.5, ['a']))).toEqual([
    '"a" was deleted, and bob was shown it afterwards',
  ]);
  expect(found(...lines, hears('bob', 'a'))).toContain('"a" was deleted, and bob heard it again on "bob 1"');
});

it('does not miss what somebody has deleted', () => {
  const lines = [says('alice', 'a'), isTold('alice', 'a'), deletes('alice', 'a')];
  expect(found(...lines, sees('bob', 9, []))).toEqual([]);
});

it('finds a view that shows what an edit has replaced', () => {
  const sent = [says('alice', 'a'), isTold('alice', 'a')];
  const lines = [...sent, edits('alice', 'a', 'b'), edited('bob', 'a', 'b')];
  const view = (asked: number, text: string): What => sees('bob', asked, [{ message: 'a', text }]);
  expect(found(...lines, view(4.5, 'b'))).toEqual([]);
  expect(found(...lines, view(3.5, 'a'))).toEqual([]);
  expect(found(...lines, view(4.5, 'a'))).toEqual(['"a" had been edited to "b" when bob was shown "a"']);
});

it('allows either text while an edit may or may not have happened', () => {
  const lines = [says('alice', 'a'), isTold('alice', 'a'), edits('alice', 'a', 'b')];
  for (const text of ['a', 'b'])
    expect(found(...lines, sees('bob', 9, [{ message: 'a', text }]))).toEqual([]);
});
