import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { dialectNames, loadDialect } from '../../specs/kit/dialect.ts';
import { loadDriver } from '../../suites/kit/driver.ts';
import { readPeople } from '../../suites/kit/people.ts';
import { wishOf } from '../../suites/kit/request.ts';
import { readBaseline } from '../check/baseline.ts';
import { readConfig } from '../config/config.ts';
import { chatproof } from '../testing/chatproof.ts';
import { folderWith } from '../testing/folder-with.ts';
import { start } from './init.ts';

const read = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');

it.each([
  ['Django', { 'manage.py': '' }, 'py', 8000, 'python manage.py runserver 8000'],
  ['Python', { 'pyproject.toml': '' }, 'py', 8000, 'python -m your_server'],
  ['Go', { 'go.mod': '' }, 'sh', 8080, 'go run .'],
  ['Node', { 'package.json': '{"scripts":{"dev":"x"}}' }, 'mjs', 3000, 'npm run dev'],
  ['something else', {}, 'sh', 8000, './start-your-server'],
])('writes a start for a server in %s that the tools accept', async (_, files, ending, port, command) => {
  const folder = folderWith(files);
  const { wrote, kept } = await start(folder, 'receipts');
  expect(kept).toEqual([]);
  expect(wrote).toEqual([
    'chatproof.config.yaml',
    `chatproof/provision.${ending}`,
    'chatproof/baseline.yaml',
    '.github/workflows/chatproof.yml',
  ]);
  const config = readConfig(read(folder, 'chatproof.config.yaml'), 'chatproof.config.yaml');
  expect(config).toMatchObject({ dialects: ['receipts'], target: `http://127.0.0.1:${port}` });
  expect(readBaseline(join(folder, 'chatproof/baseline.yaml'))).toEqual([]);
  const workflow: { jobs: { check: { steps: object[] } } } = parse(
    read(folder, '.github/workflows/chatproof.yml'),
  );
  expect(workflow.jobs.check.steps).toContainEqual({ run: `${command} &` });
  for (const path of wrote) expect(read(folder, path)).not.toMatch(/\{\{\w/);
});

it('accepts every key that the starter shows in comments', async () => {
  const folder = folderWith({});
  await start(folder, 'rooms');
  const shown = read(folder, 'chatproof.config.yaml')
    .split('\n')
    .map((line) => line.replace(/^# (?=\S+:| {2}\S)/, ''))
    .filter((line) => !line.startsWith('#') && !line.startsWith('A file') && !/`/.test(line));
  const config = readConfig(shown.join('\n'), 'shown.yaml');
  expect(Object.keys(config)).toEqual(
    expect.arrayContaining(['ws', 'people', 'lifecycle', 'auth', 'headers', 'paths', 'accepts']),
  );
});

it('takes the port that the files of the server say', async () => {
  const folder = folderWith({ 'manage.py': '', '.env': 'PORT=8123' });
  const { saw } = await start(folder, 'receipts');
  expect(saw).toContain('It listens on port 8123, says .env.');
  expect(read(folder, 'chatproof.config.yaml')).toContain('target: http://127.0.0.1:8123\n');
  expect(read(folder, '.github/workflows/chatproof.yml')).toContain('runserver 8123 &');
});

it('keeps what is there', async () => {
  const folder = folderWith({
    'chatproof.config.yaml': 'dialects: [threads]\n',
    'chatproof/provision.sh': 'mine',
  });
  const { wrote, kept } = await start(folder, undefined);
  expect(kept).toEqual(['chatproof.config.yaml', 'chatproof/provision.sh']);
  expect(wrote).toEqual(['chatproof/baseline.yaml', '.github/workflows/chatproof.yml']);
  expect(read(folder, 'chatproof/provision.sh')).toBe('mine');
  expect((await start(folder, undefined)).wrote).toEqual([]);
});

it('writes a GitLab template where the pipeline is GitLab', async () => {
  const folder = folderWith({ '.gitlab-ci.yml': '' });
  const { wrote, next } = await start(folder, 'rooms');
  expect(wrote).toContain('chatproof/gitlab-ci.yml');
  expect(next.at(-1)).toContain('.gitlab-ci.yml');
  expect(parse(read(folder, 'chatproof/gitlab-ci.yml'))).toMatchObject({
    chatproof: { artifacts: { when: 'always' } },
  });
});

it.each(dialectNames())('recognises a server of %s by its own words', async (dialect) => {
  const { channels, operations } = loadDialect(dialect);
  const code = channels
    .map(({ fromServer, fromClient }) => JSON.stringify([fromClient, fromServer].flat()))
    .join('\n');
  const folder = folderWith({ 'src/server.py': `${code}\n${operations.map(({ path }) => path).join('\n')}` });
  const { saw } = await start(folder, undefined);
  expect(saw[1]).toMatch(new RegExp(`^It speaks ${dialect}: \\S+ in src/server.py`));
});

it('says that nothing tells, and what to do about it', async () => {
  const { saw, next } = await start(folderWith({ 'app.py': 'is_active = True; room_id = 4' }), undefined);
  expect(saw).toContain('The dialect is set to rooms, but nothing here tells: choose yours.');
  expect(next[0]).toContain('Set `dialects`');
});

it('answers a dialect that does not exist with one sentence', async () => {
  const said = await chatproof('init', 'recipts');
  expect(said).toEqual({
    code: 4,
    out: '',
    err: 'There is no dialect "recipts". Did you mean "receipts"?\n',
  });
});

const stubs = [
  ['py', 'python3', 'manage.py'],
  ['mjs', 'node', 'package.json'],
  ['sh', 'sh', 'go.mod'],
] as const;

it.for(stubs)(
  'gives a stub in %s that says what is missing, and works once that is written',
  async ([ending, runner, sign], { skip }) => {
    skip(spawnSync(runner, ['--version']).error !== undefined, `${runner} is missing on this machine.`);
    for (const dialect of dialectNames()) {
      const folder = folderWith({ [sign]: '{}' });
      await start(folder, dialect);
      const path = join(folder, 'chatproof', `provision.${ending}`);
      const driver = await loadDriver(dialect);
      const wish = wishOf(driver, 2);
      const run = () =>
        spawnSync(runner, [path], { cwd: folder, input: `${JSON.stringify(wish)}\n`, encoding: 'utf8' });
      expect(run()).toMatchObject({ status: 1, stderr: expect.stringContaining('is yours to write') });
      writeFileSync(path, written(readFileSync(path, 'utf8'), ending));
      const { status, stdout, stderr } = run();
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      const { people, rooms, groups } = readPeople(JSON.parse(stdout), driver.needs, 'the stub');
      expect(people).toHaveLength(wish.people);
      expect(rooms.map(({ members }) => members)).toEqual(wish.rooms);
      expect(groups.map(({ members, admins }) => ({ members, admins }))).toEqual(wish.groups);
    }
  },
);

/** The stub, as somebody would complete it. */
function written(stub: string, ending: 'py' | 'mjs' | 'sh'): string {
  const fields = ['id', 'username', 'email', 'phone', 'token'];
  const completed = {
    py: [
      [/sys\.exit\(".*make_person.*"\)/, `return {${fields.map((field) => `"${field}": key`).join(', ')}}`],
      [/sys\.exit\(".*make_room.*"\)/, 'return first["id"] + second["id"]'],
      [/sys\.exit\(".*make_group.*"\)/, 'return "".join(one["id"] for one in members + admins)'],
    ],
    mjs: [
      [
        /throw new Error\('.*makePerson.*'\);/,
        `return { ${fields.map((field) => `${field}: key`).join(', ')} };`,
      ],
      [/throw new Error\('.*makeRoom.*'\);/, 'return first.id + second.id;'],
      [/throw new Error\('.*makeGroup.*'\);/, "return [...members, ...admins].map(({ id }) => id).join('');"],
    ],
    sh: [
      [
        /echo ".*make_person.*" >&2\n {2}exit 1/,
        `printf '{${fields.map((field) => `"${field}":"%s"`).join(',')}}' ${fields.map(() => '"$1"').join(' ')}`,
      ],
      [/echo ".*make_room.*" >&2\n {2}exit 1/, 'printf \'"%s-%s"\' "$1" "$2"'],
      [/echo ".*make_group.*" >&2\n {2}exit 1/, 'printf \'"%s"\' "$(printf %s "$1$2" | tr -d \'[]",\')"'],
    ],
  } as const;
  return completed[ending].reduce((text, [from, to]) => text.replace(from, () => to), stub);
}
