import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { judgeFiles } from './judge.ts';

const lines = {
  room: '{"t":0,"kind":"conversation","conversation":"c","members":["alice","bob"]}',
  connect: '{"t":1,"kind":"connect","person":"bob","socket":"bob 1"}',
  send: '{"t":2,"kind":"send","person":"alice","socket":"alice 1","conversation":"c","message":"hi"}',
  deliver: '{"t":3,"kind":"deliver","person":"bob","socket":"bob 1","conversation":"c","message":"hi"}',
  again: '{"t":4,"kind":"deliver","person":"bob","socket":"bob 1","conversation":"c","message":"hi"}',
};

function journal(...text: string[]): string {
  const file = join(mkdtempSync(join(tmpdir(), 'chatproof-')), 'journal.jsonl');
  writeFileSync(file, text.join('\n'));
  return file;
}

function printed(run: () => number): { code: number; text: string } {
  const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const code = run();
  return { code, text: out.mock.calls.map(([text]) => String(text)).join('') };
}

afterEach(() => void vi.restoreAllMocks());

it('finds nothing in a journal in which nothing is wrong', () => {
  const file = journal(lines.room, lines.connect, lines.send, lines.deliver);
  expect(printed(() => judgeFiles([file], {}))).toEqual({
    code: 0,
    text: '✓ nothing found in 4 lines: 1 message, 1 delivery, 0 views\n',
  });
});

it('prints a finding in the standard lines, with the lines of the journal that show it', () => {
  const file = journal(lines.room, lines.connect, lines.send, lines.deliver, lines.again);
  const { code, text } = printed(() => judgeFiles([file], {}));
  expect(code).toBe(1);
  expect(text).toContain('✗ duplicated');
  expect(text).toContain('because   bob\'s socket "bob 1" heard "hi" 2 times');
  expect(text).toContain(`${file}:5  ${lines.again}`);
});

it('blames the requirement of the dialect, and leaves out what it does not promise', () => {
  const all = [lines.room, lines.connect, lines.send, lines.deliver, lines.again];
  const named = journal('{"t":0,"kind":"journal","dialect":"receipts"}', ...all);
  expect(printed(() => judgeFiles([named], {})).text).toContain('✗ receipts.delivery.exactly-once');
  const status = (t: number, word: string): string =>
    `{"t":${t},"kind":"status","person":"alice","conversation":"c","message":"hi","status":"${word}"}`;
  const file = journal(...all.slice(0, 4), status(5, 'read'), status(6, 'delivered'));
  expect(printed(() => judgeFiles([file], { dialect: 'receipts' })).code).toBe(1);
  expect(printed(() => judgeFiles([file], { dialect: 'rooms' })).code).toBe(0);
});

it('prints JSON', () => {
  const file = journal(lines.room, lines.connect, lines.send, lines.deliver, lines.again);
  const { text } = printed(() => judgeFiles([file], { json: true }));
  expect(JSON.parse(text)).toMatchObject({ findings: [{ judge: 'duplicated', witness: [2, 3, 4], file }] });
});

it('says which line of which file is wrong', () => {
  const file = journal(lines.room, '{"t":1,"kind":"settle"}');
  expect(() => judgeFiles([file], {})).toThrow(
    `${file}:2 has the kind "settle", which is none of a journal's. Did you mean "settled"?`,
  );
  expect(() => judgeFiles(['nowhere.jsonl'], {})).toThrow('The journal nowhere.jsonl cannot be read');
});

it('reads a file that begins with a byte order mark', () => {
  const file = journal(`\uFEFF${lines.room}`, lines.connect, lines.send, lines.deliver);
  expect(printed(() => judgeFiles([file], {})).code).toBe(0);
});

it('does not call a journal good that tells of nothing, nor a folder', () => {
  expect(() => judgeFiles([journal('')], {})).toThrow('tells of no message, count or view in its 0 lines');
  expect(() => judgeFiles([journal(lines.room, lines.connect)], {})).toThrow('in its 2 lines');
  expect(() => judgeFiles([tmpdir()], {})).toThrow('is a folder: name the files in it');
});
