import { expect, it } from 'vitest';
import { Unmet } from './failure.ts';
import { leases, triosOf, wish } from './lease.ts';
import type { People } from './people.ts';

const nobody: People = { people: [], rooms: [], groups: [], disposable: [] };

function people(count: number, more: Partial<People> = {}): People {
  return { ...nobody, people: Array.from({ length: count }, (_, at) => ({ key: `p${at + 1}` })), ...more };
}

it('asks for three people a trio, a room for each pair and two groups', () => {
  expect(wish(1, { rooms: true, groups: true })).toEqual({
    people: 3,
    rooms: [
      ['p1', 'p2'],
      ['p1', 'p3'],
      ['p2', 'p3'],
    ],
    groups: [
      { members: ['p1', 'p2', 'p3'], admins: ['p1'] },
      { members: ['p1', 'p2'], admins: ['p1'] },
    ],
  });
  expect(wish(2, { rooms: false, groups: false })).toEqual({ people: 6, rooms: [], groups: [] });
});

it('asks for disposable rooms for trios of their own', () => {
  const { people: count, rooms, disposable_rooms } = wish(1, { rooms: false, groups: false, fresh: 1 });
  expect(count).toBe(6);
  expect(disposable_rooms).toEqual([
    ['p4', 'p5'],
    ['p4', 'p6'],
    ['p5', 'p6'],
  ]);
  expect(rooms).toEqual(disposable_rooms);
});

it('never lends a trio to two checks at once', async () => {
  const lent = leases(people(6));
  expect(lent.size).toBe(2);
  const [one, two] = [await lent.borrow(), await lent.borrow()];
  const keys = [...one.people, ...two.people].map(({ key }) => key);
  expect(new Set(keys).size).toBe(6);
  let third: unknown;
  const waiting = lent.borrow().then((trio) => {
    third = trio;
  });
  await Promise.resolve();
  expect(third).toBeUndefined();
  lent.giveBack(one);
  await waiting;
  expect(third).toBe(one);
});

it('lends no more trios at a time than the run may use', async () => {
  const lent = leases(people(6), 1);
  const one = await lent.borrow();
  let second: unknown;
  const waiting = lent.borrow().then((trio) => {
    second = trio;
  });
  await Promise.resolve();
  expect(second).toBeUndefined();
  lent.giveBack(one);
  await waiting;
  expect(second).not.toBe(one);
});

it('keeps people who share a room together', () => {
  const [trio] = triosOf(people(4, { rooms: [{ id: 9, members: ['p2', 'p4'] }] }));
  expect(trio?.people.map(({ key }) => key)).toEqual(['p2', 'p4', 'p1']);
  expect(trio?.room(0, 1)).toBe(9);
  expect(trio?.room(1, 0)).toBe(9);
  expect(() => trio?.room(0, 2)).toThrow(Unmet);
});

it('finds the group of all three, and the one without the third', () => {
  const groups = [
    { key: 'all', members: ['p1', 'p2', 'p3'], admins: ['p1'] },
    { key: 'two', members: ['p1', 'p2'], admins: ['p1'] },
  ];
  const [trio] = triosOf(people(3, { groups }));
  expect(trio?.group('all').key).toBe('all');
  expect(trio?.group('two').key).toBe('two');
});

it('lends the people of disposable rooms once, and for nothing else', async () => {
  const disposable = [{ id: 1, members: ['p4', 'p5'] }];
  const lent = leases(people(6, { disposable: [...disposable, { id: 2, members: ['p4', 'p6'] }] }));
  expect(lent.size).toBe(1);
  const ordinary = await lent.borrow();
  expect(ordinary.people.map(({ key }) => key)).toEqual(['p1', 'p2', 'p3']);
  expect(lent.use()?.people.map(({ key }) => key)).toEqual(['p4', 'p5', 'p6']);
  expect(lent.use()).toBeUndefined();
});

it('lends new people after they were renewed, and takes no old ones back', async () => {
  const lent = leases(people(3));
  const old = await lent.borrow();
  const waiting = lent.borrow();
  const renewed = people(3);
  lent.replace(renewed);
  expect((await waiting).people[0]).toBe(renewed.people[0]);
  lent.giveBack(old);
  lent.giveBack(await waiting);
  expect((await lent.borrow()).people[0]).toBe(renewed.people[0]);
});

it('knows who else was supplied', () => {
  const [trio] = triosOf(people(5));
  expect(trio?.strangers.map(({ key }) => key)).toEqual(['p4', 'p5']);
});
