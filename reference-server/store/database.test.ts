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

it('tells once a turn, after the commit', async () => {
  const { writer, reader } = opened();
  const told = vi.fn(() => reader.rows(NAMES).length);
  const teller = { flush: told, abandon: vi.fn() };
  writer.run(SET, 'a', '1');
  writer.whenCommitted(teller);
  writer.transaction(() => writer.run(SET, 'b', '1'));
  writer.whenCommitted(teller);
  expect(told).not.toHaveBeenCalled();
  await new Promise(setImmediate);
  expect(told.mock.results).toEqual([{ type: 'return', value: 2 }]);
  writer.run(SET, 'c', '1');
  writer.whenCommitted(teller);
  writer.commit();
  expect(told.mock.results.at(-1)).toEqual({ type: 'return', value: 3 });
  await new Promise(setImmediate);
  expect(told).toHaveBeenCalledTimes(2);
  expect(teller.abandon).not.toHaveBeenCalled();
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

it('says when it could not commit, also when the turn or another database asked for it', async () => {
  const { writer, reader: other, errors } = opened();
  const teller = { flush: vi.fn(), abandon: vi.fn() };
  const writeWrongly = () => {
    writer.run('pragma defer_foreign_keys = on');
    writer.run('insert into members (conversation, person) values (7, 7)');
    writer.run(SET, 'a', '1');
    writer.whenCommitted(teller);
  };
  writeWrongly();
  expect(() => writer.commit()).toThrow('FOREIGN KEY constraint failed');
  writeWrongly();
  other.run(SET, 'b', '1');
  expect(errors.map(String)).toEqual([expect.stringContaining('FOREIGN KEY constraint failed')]);
  other.commit();
  writeWrongly();
  await new Promise(setImmediate);
  expect(errors).toHaveLength(2);
  writer.commit();
  expect([teller.flush.mock.calls.length, teller.abandon.mock.calls.length]).toEqual([0, 3]);
  expect(other.rows(NAMES)).toEqual([{ name: 'b' }]);
});

function opened() {
  const file = join(mkdtempSync(join(tmpdir(), 'chatproof-')), 'data.sqlite');
  const errors: unknown[] = [];
  const open = () => new Database(file, (error) => errors.push(error));
  const [writer, reader] = [open(), open()];
  onTestFinished(() => {
    writer.close();
    reader.close();
  });
  return { writer, reader, errors };
}
