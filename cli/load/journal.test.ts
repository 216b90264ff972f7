import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { chatproof } from '../testing/chatproof.ts';
import { consoleOf, joinJournals, writable } from './journal.ts';
import { k6Missing } from './testing/k6-missing.ts';
import { runLoad } from './testing/run-load.ts';

const missing = k6Missing();
if (missing !== undefined) process.stderr.write(`cli/load/journal.test.ts is skipped: ${missing}\n`);
const withK6 = it.skipIf(missing !== undefined);

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'chatproof-journal-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

const lines = (file: string): { kind: string; t: number }[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/** How often each judge found something. */
async function judged(file: string): Promise<{ code: number | undefined; found: Record<string, number> }> {
  const { code, out } = await chatproof('judge', file, '--json');
  const { findings }: { findings: { judge: string }[] } = JSON.parse(out);
  const found: Record<string, number> = {};
  for (const { judge } of findings) found[judge] = (found[judge] ?? 0) + 1;
  return { code, found };
}

withK6('writes a journal of all instances, in which nothing is wrong when nothing was', async () => {
  const file = join(folder(), 'run.jsonl');
  const { err, result } = await runLoad('actions', {
    seconds: 1,
    words: ['--journal', file, '--instances', '2'],
  });
  expect(await judged(file), err).toEqual({ code: 0, found: {} });
  const kinds = lines(file).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'send')).toHaveLength(result.sent);
  expect(kinds.filter((kind) => kind === 'deliver')).toHaveLength(result.delivered);
  expect(kinds.filter((kind) => kind === 'connect')).toHaveLength(40);
});

withK6.each([
  ['drop-message:0.1', 'lost', 'lost'],
  ['deliver-twice:0.1', 'duplicated', 'duplicated'],
  ['swaps-neighbours', 'reordered', 'reordered'],
  // Greetings as well.
  ['leaks-to-everybody', 'foreign', 'leaked'],
] as const)('lets judge find of %s what k6 has counted', async (fault, metric, judge) => {
  const file = join(folder(), 'run.jsonl');
  // In few conversations one message follows closely on another.
  const wish = { conversations: 2, rate: 300, seconds: 1, words: ['--journal', file, '--drain', '1'] };
  const { err, result } = await runLoad('rooms', { ...wish, faults: [fault] });
  expect(result[metric], err).toBeGreaterThan(5);
  expect(await judged(file)).toEqual({ code: 1, found: { [judge]: result[metric] } });
});

const line = (t: number, text: string): string => `chatproof-journal {"t":${t},${text}}`;
const said = '"person":"a","socket":"a 1","conversation":"c","message":"hi"';
const heard = said.replaceAll('"a', '"b');
const over = line(9, '"kind":"settled","conversation":"c"');
const talk = [
  line(1, '"kind":"conversation","conversation":"c","members":["a","b"]'),
  'a scenario of somebody has logged this',
  '{"t":0,"kind":"settled"}',
  line(4, `"kind":"deliver",${heard}`),
];

/** The folder of an instance that has told this. */
function told(at: string, ...all: string[]): string {
  mkdirSync(at, { recursive: true });
  writeFileSync(consoleOf(at), `${all.join('\n')}\n`);
  return at;
}

it('puts what instances have told in order, and nothing that was logged besides', async () => {
  const at = folder();
  const file = join(at, 'run.jsonl');
  const folders = [told(join(at, '1'), ...talk, over), told(join(at, '2'), line(3, `"kind":"send",${said}`))];
  await joinJournals(folders, file);
  const all = lines(file).map(({ t, kind }) => [t, kind]);
  expect(all).toEqual([
    [1, 'journal'],
    [1, 'conversation'],
    [3, 'send'],
    [4, 'deliver'],
    [4, 'settled'],
  ]);
});

it('does not say that anything is lost in a run that was broken off', async () => {
  const at = folder();
  const file = join(at, 'run.jsonl');
  const connect = line(2, '"kind":"connect","person":"b","socket":"b 2"');
  await joinJournals([told(at, ...talk, connect, line(3, `"kind":"send",${said}`))], file);
  expect(lines(file).map(({ kind }) => kind)).not.toContain('settled');
});

it.each(['', 'file/run.jsonl'])(
  'refuses a path that nothing can be written to, before k6 starts: "%s"',
  async (path) => {
    const at = folder();
    writeFileSync(join(at, 'file'), '');
    const { code, err } = await chatproof('load', 'rooms', '--report', at, '--journal', join(at, path));
    expect(code).toBe(4);
    expect(err).toContain('which cannot be written');
    expect(() => readFileSync(join(at, 'load.json'))).toThrow();
  },
);

it('leaves no file behind where it only looks whether it could write one', () => {
  const file = join(folder(), 'new', 'run.jsonl');
  expect(writable(file)).toBe(file);
  expect(() => readFileSync(file)).toThrow();
});
