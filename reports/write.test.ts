import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { Format } from './model.ts';
import { sampleReport } from './testing/sample.ts';
import { writeReports } from './write.ts';

const folders: string[] = [];

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'chatproof-'));
  folders.push(made);
  return made;
}

afterEach(async () => {
  await Promise.all(folders.splice(0).map((one) => rm(one, { recursive: true })));
});

const short: Format = {
  name: 'short',
  says: 'short',
  file: 'short.txt',
  render: (report) => report.summary.verdict,
};
const terminal: Format = { name: 'terminal', says: 'no file', render: () => 'x' };
const broken: Format = {
  name: 'broken',
  says: 'broken',
  file: 'broken.txt',
  render: () => {
    throw new Error('it has no idea.');
  },
};

it('writes each format that has a file into a folder that it makes', async () => {
  const at = join(await folder(), 'a', 'b');
  expect(await writeReports(sampleReport(), [terminal, short], at)).toEqual([
    { format: 'short', path: join(at, 'short.txt') },
  ]);
  expect(await readFile(join(at, 'short.txt'), 'utf8')).toBe('not conformant');
});

it('reports a format that throws and writes the others', async () => {
  const at = await folder();
  const written = await writeReports(sampleReport(), [broken, short], at);
  expect(written.map(({ format, problem }) => [format, problem])).toEqual([
    ['broken', `The report "broken" was not written to ${join(at, 'broken.txt')}: it has no idea.`],
    ['short', undefined],
  ]);
  expect(await readdir(at)).toEqual(['short.txt']);
});

it('reports a folder that cannot be made', async () => {
  const at = join(await folder(), 'taken');
  await writeFile(at, '');
  const [written] = await writeReports(sampleReport(), [short], at);
  expect(written?.problem).toMatch(/^The report folder ".*taken" can't be made \(EEXIST.*\): pass --report/);
});
