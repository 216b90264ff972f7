import { expect, it } from 'vitest';
import { readPeople } from './people.ts';

const three = [{ key: 'p1' }, { key: 'p2' }, { key: 'p3' }];
const read = (answer: unknown, needs: Parameters<typeof readPeople>[1] = []) =>
  readPeople(answer, needs, 'people.json');

it('takes ids as numbers or texts, and phones as numbers', () => {
  const people = [{ id: 7, phone: 5_550_100_001 }, { id: 'seven' }, { id: true }];
  expect(read({ people }).people).toEqual([
    { key: 'p1', id: 7, phone: '5550100001' },
    { key: 'p2', id: 'seven' },
    { key: 'p3' },
  ]);
});

it('reads rooms, groups and disposable rooms by the keys of their members', () => {
  const answer = {
    people: three,
    rooms: [{ id: 1, members: ['p1', 'p2'] }],
    groups: [{ key: 'g', members: ['p1'], admins: ['p1'] }],
    disposable_rooms: [{ id: 'x', members: ['p3'] }],
  };
  expect(read(answer)).toEqual({
    people: three,
    rooms: answer.rooms,
    groups: answer.groups,
    disposable: answer.disposable_rooms,
  });
});

it.each([
  ['not an object', [], 'has no list "people"'],
  ['too few people', { people: three.slice(1) }, 'has 2 people: three is the minimum'],
  ['a key twice', { people: [...three, { key: 'p1' }] }, 'two people with the key "p1"'],
  ['a person that is none', { people: [1, 2, 3] }, 'has 1 as person 1'],
  ['a room without an id', { people: three, rooms: [{ members: [] }] }, 'no "id" in room 1'],
  ['an unknown member', { people: three, rooms: [{ id: 1, members: ['p9'] }] }, 'names "p9" in room 1'],
  ['a group without a key', { people: three, groups: [{ members: [] }] }, 'no "key" in group 1'],
])('says what is wrong: %s', (_what, answer, message) => {
  expect(() => read(answer)).toThrow(message);
});

it('names the field that a dialect needs and somebody lacks', () => {
  expect(() => read({ people: [{ key: 'p1', token: '' }, ...three.slice(1)] }, ['token'])).toThrow(
    'gives person "p1" no "token"',
  );
});
