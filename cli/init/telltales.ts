// Which dialect a server's own code speaks, told by words of the wire that no other dialect has.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { type Dialect, dialectNames, loadDialect } from '../../specs/kit/dialect.ts';

export interface Guess {
  dialect: string;
  /** A few of the words, each with the file that holds it. */
  found: { word: string; file: string }[];
}

/** What every other framework says, too. */
const everyday = new Set([
  'is_active',
  'date_added',
  'content_type',
  'file_name',
  'file_path',
  'file_url',
  'room_id',
]);
/** One word of this length is as good as two. */
const unmistakable = 12;

const mostFiles = 2_000;
const biggestFile = 256 * 1024;
const code = new Set(
  '.py .js .mjs .cjs .ts .tsx .go .rb .php .java .kt .scala .cs .ex .exs .rs .dart .swift .yaml .yml .md'.split(
    ' ',
  ),
);
const elsewhere = new Set(
  'node_modules dist build vendor target venv env __pycache__ chatproof chatproof-report'.split(' '),
);

/** The dialect with clearly the most words of its own; undefined when none stands out. */
export function guessDialect(folder: string): Guess | undefined {
  const words = wordsByDialect();
  const found = new Map<string, Map<string, string>>(dialectNames().map((name) => [name, new Map()]));
  for (const file of filesIn(folder)) {
    const text = readFileSync(file, 'utf8');
    for (const [dialect, own] of words)
      for (const word of own) if (text.includes(word)) found.get(dialect)?.set(word, relative(folder, file));
  }
  const ranked = [...found].sort(([, one], [, other]) => other.size - one.size);
  const [[dialect, best] = ['', new Map<string, string>()], [, second] = ['', new Map<string, string>()]] =
    ranked;
  const telling = best.size >= 2 || [...best.keys()].some((word) => word.length >= unmistakable);
  if (!telling || best.size < second.size * 2) return undefined;
  return { dialect, found: [...best].slice(0, 3).map(([word, file]) => ({ word, file })) };
}

/** What occurs in one dialect's description and in no other's: tags of frames, parts of paths, names of fields. */
export function wordsByDialect(): Map<string, Set<string>> {
  const all = new Map(dialectNames().map((name) => [name, wordsOf(loadDialect(name))]));
  return new Map(
    [...all].map(([name, words]) => {
      const others = [...all].filter(([other]) => other !== name).map(([, theirs]) => theirs);
      return [name, new Set([...words].filter((word) => !others.some((theirs) => theirs.has(word))))];
    }),
  );
}

function wordsOf({ operations, channels }: Dialect): Set<string> {
  const paths = [...operations.map(({ path }) => path), ...channels.map(({ address }) => address)];
  const parts = paths.flatMap((path) => path.split(/[/?=&]/)).filter((part) => !part.includes('{'));
  const names: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'examples' || key === 'example') continue;
      if (key === 'const' && typeof inner === 'string') names.push(inner);
      if (key === 'properties' && typeof inner === 'object' && inner !== null)
        names.push(...Object.keys(inner));
      visit(inner);
    }
  };
  visit(operations);
  visit(channels);
  return new Set(
    [...parts, ...names].filter((word) => word.length >= 6 && /[_-]/.test(word) && !everyday.has(word)),
  );
}

function filesIn(folder: string): string[] {
  const files: string[] = [];
  const folders = [folder];
  while (folders.length > 0 && files.length < mostFiles) {
    const next = folders.shift() ?? folder;
    for (const entry of readdirSync(next, { withFileTypes: true })) {
      const path = join(next, entry.name);
      if (entry.isDirectory() && !entry.name.startsWith('.') && !elsewhere.has(entry.name))
        folders.push(path);
      else if (entry.isFile() && code.has(extname(entry.name)) && statSync(path).size <= biggestFile)
        files.push(path);
    }
  }
  return files.slice(0, mostFiles);
}
