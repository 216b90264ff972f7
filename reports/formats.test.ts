import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { formatNamed, loadFormats } from './formats.ts';

it('finds every file of the folder as a format named like it', async () => {
  const formats = await loadFormats();
  expect(formats.map(({ name, file }) => [name, file ?? 'terminal'])).toMatchInlineSnapshot(`
    [
      [
        "badge",
        "badge.svg",
      ],
      [
        "console",
        "terminal",
      ],
      [
        "ctrf",
        "ctrf.json",
      ],
      [
        "github",
        "terminal",
      ],
      [
        "html",
        "report.html",
      ],
      [
        "json",
        "report.json",
      ],
      [
        "junit",
        "junit.xml",
      ],
      [
        "markdown",
        "report.md",
      ],
    ]
  `);
});

it('gives each format a file of its own', async () => {
  const files = (await loadFormats()).flatMap(({ file }) => file ?? []);
  expect(new Set(files).size).toBe(files.length);
});

it('finds a format by its name', async () => {
  expect((await formatNamed('json')).file).toBe('report.json');
});

it('suggests the format that was meant', async () => {
  await expect(formatNamed('jsn')).rejects.toThrow('"jsn" is not a report format. Did you mean "json"?');
});

it('lists the formats when none is near', async () => {
  await expect(formatNamed('spreadsheet')).rejects.toThrow(/is not a report format\. Choose from: .*console/);
});

it('names a file that is no format, and leaves tests and declarations alone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'chatproof-'));
  await writeFile(join(folder, 'a.d.ts'), '');
  await writeFile(join(folder, 'a.test.ts'), '');
  expect(await loadFormats(folder)).toEqual([]);
  await writeFile(join(folder, 'b.js'), 'export const wrong = 1;');
  await expect(loadFormats(folder)).rejects.toThrow(/b\.js does not export a format/);
  await rm(folder, { recursive: true });
});
