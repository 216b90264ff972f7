import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { provision, type Source } from './provision.ts';

const answer = JSON.stringify({
  people: ['p1', 'p2', 'p3'].map((key) => ({ key })),
  rooms: [
    { id: 1, members: ['p1', 'p2'] },
    { id: 2, members: ['p1', 'p3'] },
  ],
});
const file = join(mkdtempSync(join(tmpdir(), 'chatproof-')), 'people.json');
writeFileSync(file, answer);

const request = { dialect: 'actions', people: 3, rooms: [], groups: [], disposable_rooms: [['p1', 'p3']] };

it.each<[Source, number[]]>([
  [{ kind: 'command', command: `cat ${file}` }, [2]],
  [{ kind: 'file', file }, []],
])('keeps the rooms apart that were made to be deleted: %j', async (source, ids) => {
  const { rooms, disposable } = await provision(source, request, []);
  expect(disposable.map(({ id }) => id)).toEqual(ids);
  expect(rooms).toHaveLength(2 - ids.length);
});
