import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { Database } from './database.ts';

const SET = 'insert into settings (name, value) values (?, ?)';
const NAMES = 'select name from settings order by name';

it('shows others what was written once it is committed, and not before', () => {
  const { writer, reader } = opened();
  writer.run(SET, 'a', '1');
  expect(reader.rows(NAMES)).toEqual([]);
  expect(writer.rows(NAMES)).toEqual([{ name: 'a' }]);
  writer.commit();
  expect(reader.rows(NAMES)).toEqual([{ name: 'a' }]);
});

it('commits at the end of the turn when nobody else does', async () => {
  const { writer, reader } = opened();
  writer.run(SET, 'a', '1');
  await new Promise(setImmediate);
  expect(reader.rows(NAMES)).toEqual([{ name: 'a' }]);
});

it('asks for one commit for all that is written in a turn', () => {
  const { writer } = opened();
  const asked = vi.fn();
  writer.whenOpened = asked;
  writer.run(SET, 'a', '1');
  writer.transaction(() => writer.run(SET, 'b', '1'));
  expect(asked).toHaveBeenCalledTimes(1);
  writer.commit();
  writer.run(SET, 'c', '1');
  expect(asked).toHaveBeenCalledTimes(2);
});

it('undoes a transaction that fails, and nothing else of the turn', () => {
  const { writer, reader } = opened();
  writer.run(SET, 'before', '1');
  expect(() =>
    writer.transaction(() => {
      writer.run(SET, 'undone', '1');
      writer.transaction(() => writer.run(SET, 'undone, too', '1'));
      writer.run(SET, 'before', '1');
    }),
  ).toThrow('UNIQUE constraint failed');
  writer.transaction(() => {
    expect(() => writer.transaction(() => writer.run(SET, 'before', '1'))).toThrow('UNIQUE');
    writer.run(SET, 'kept', '1');
  });
  writer.commit();
  expect(reader.rows(NAMES)).toEqual([{ name: 'before' }, { name: 'kept' }]);
});

it('lets two databases of one process write to one file in one turn', () => {
  const { writer, reader: other } = opened();
  writer.run(SET, 'a', '1');
  other.run(SET, 'b', '1');
  writer.run(SET, 'c', '1');
  writer.commit();
  other.commit();
  expect(other.rows(NAMES)).toEqual([{ name: 'a' }, { name: 'b' }, { name: 'c' }]);
});

it('says when it could not commit, also when another database asked for it', () => {
  const { writer, reader: other } = opened();
  for (const settle of [() => undefined, () => other.run(SET, 'b', '1')]) {
    writer.run('pragma defer_foreign_keys = on');
    writer.run('insert into members (conversation, person) values (7, 7)');
    writer.run(SET, 'a', '1');
    settle();
    expect(() => writer.commit()).toThrow('FOREIGN KEY constraint failed');
    writer.commit();
  }
  other.commit();
  expect(other.rows(NAMES)).toEqual([{ name: 'b' }]);
});

function opened() {
  const file = join(mkdtempSync(join(tmpdir(), 'chatproof-')), 'data.sqlite');
  const [writer, reader] = [new Database(file), new Database(file)];
  onTestFinished(() => {
    writer.close();
    reader.close();
  });
  return { writer, reader };
}
