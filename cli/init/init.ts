// `chatproof init`: asks nothing, looks at what is there, writes a start, and never overwrites.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadDialect } from '../../specs/kit/dialect.ts';
import { packageRoot } from '../../specs/kit/root.ts';
import { loadDriver } from '../../suites/kit/driver.ts';
import { lookAt, type Project } from './project.ts';
import { guessDialect } from './telltales.ts';

export interface Started {
  /** What was seen, in a sentence or two. */
  saw: string[];
  wrote: string[];
  /** Files that were there already. */
  kept: string[];
  next: string[];
}

const runners = { py: 'python3', mjs: 'node', sh: 'sh' };

const examples = {
  id: 7,
  username: 'alice',
  email: 'alice@example.test',
  phone: '15550000001',
  token: 'what the server takes',
} as const;

export async function start(folder: string, asked: string | undefined): Promise<Started> {
  const project = lookAt(folder);
  const guess = asked === undefined ? guessDialect(folder) : undefined;
  const { name: dialect, operations, channels } = loadDialect(asked ?? guess?.dialect ?? 'rooms');
  const addresses = [
    ...operations.map(({ id, path }) => [id, path]),
    ...channels.map(({ id, address }) => [id, address]),
  ];
  const { needs, rooms, groups } = await loadDriver(dialect);
  const words = guess?.found.map(({ word, file }) => `${word} in ${file}`).join(', ');
  const stub = `chatproof/provision.${project.stub}`;
  const person = Object.fromEntries(needs.map((field) => [field, examples[field]]));
  const values = {
    dialect,
    why:
      words === undefined
        ? asked === undefined
          ? 'Nothing here tells which of the five it is: `chatproof help the-five-protocols`.'
          : 'As you said; the five are in `chatproof help the-five-protocols`.'
        : `Because of ${words}.`,
    port: String(project.port),
    run: `${runners[project.stub]} ${stub}`,
    start: project.start,
    setup: project.setup,
    file: stub,
    needs: needs.join(', '),
    person: JSON.stringify(person).replaceAll(',"', ', "').replaceAll('":', '": '),
    personJson: JSON.stringify(person),
    paths: addresses.map(([id, address]) => `#   ${id}: ${JSON.stringify(address)}`).join('\n'),
  };
  const started: Started = {
    saw: [
      `There is ${project.says}.`,
      ...(project.listens === undefined
        ? []
        : [`It listens on port ${project.listens.port}, says ${project.listens.file}.`]),
      words === undefined
        ? `The dialect is set to ${dialect}${asked === undefined ? ', but nothing here tells: choose yours' : ''}.`
        : `It speaks ${dialect}: ${words}.`,
    ],
    wrote: [],
    kept: [],
    next: nextSteps(project, {
      dialect,
      stub,
      makers: makersOf(project, rooms, groups),
      guessed: asked ?? guess,
    }),
  };
  for (const [template, path] of [
    ['chatproof.config.yaml', 'chatproof.config.yaml'],
    [`provision.${project.stub}`, stub],
    ['baseline.yaml', 'chatproof/baseline.yaml'],
    project.pipeline === 'github'
      ? ['github.yml', '.github/workflows/chatproof.yml']
      : ['gitlab.yml', 'chatproof/gitlab-ci.yml'],
  ] as const) {
    const written = write(join(folder, path), filled(template, values));
    started[written ? 'wrote' : 'kept'].push(path);
  }
  return started;
}

function makersOf({ stub }: Project, rooms: boolean, groups: boolean): string {
  const names = ['make_person', ...(rooms ? ['make_room'] : []), ...(groups ? ['make_group'] : [])];
  const spelt =
    stub === 'mjs' ? names.map((name) => name.replace(/_(.)/, (_, c: string) => c.toUpperCase())) : names;
  return spelt.join(' and ');
}

function nextSteps(
  { port, pipeline }: Project,
  { dialect, stub, makers, guessed }: { dialect: string; stub: string; makers: string; guessed: unknown },
): string[] {
  return [
    ...(guessed === undefined
      ? [`Set \`dialects\` in chatproof.config.yaml, if your server does not speak ${dialect}.`]
      : []),
    `Write ${makers} in ${stub}.`,
    `Start your server at http://127.0.0.1:${port}, or correct \`target\` in chatproof.config.yaml.`,
    'npx chatproof doctor                     says what is still missing',
    'npx chatproof check                      judges your server',
    'npx chatproof check --update-baseline    when it fails: from then on only what gets worse is red',
    ...(pipeline === 'gitlab' ? ['Include chatproof/gitlab-ci.yml from .gitlab-ci.yml.'] : []),
  ];
}

function filled(template: string, values: Record<string, string>): string {
  const text = readFileSync(join(packageRoot(), 'cli', 'init', 'templates', template), 'utf8');
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole);
}

function write(path: string, content: string): boolean {
  if (existsSync(path)) return false;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content, { flag: 'wx' });
  return true;
}
