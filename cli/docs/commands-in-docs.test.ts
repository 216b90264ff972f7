import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { packageRoot } from '../../specs/kit/root.ts';
import { freePort } from '../free-port.ts';

const root = packageRoot();
const chatproof = `"${process.execPath}" "${join(root, 'dist', 'cli', 'main.js')}"`;
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs')).flatMap((file) => (file.endsWith('.md') ? [`docs/${file}`] : [])),
];

const read = (page: string): string => readFileSync(join(root, page), 'utf8');

/** The lines of every block that a reader is meant to run. */
function commandsOf(page: string): string[] {
  const blocks = read(page).match(/(?<=^```sh\n)[\s\S]*?(?=^```$)/gm) ?? [];
  return blocks.flatMap((block) => block.split('\n')).filter((line) => line !== '' && !line.startsWith('#'));
}

/** What a clone runs as a whole: the pipeline does, not a test inside of it. */
const whole = ['npm ci && npm run check', 'npm ci && npm test'];

it.each(pages.filter((page) => commandsOf(page).length > 0))(
  'shows only commands that work: %s',
  async (page) => {
    const folder = mkdtempSync(join(tmpdir(), 'chatproof-docs-'));
    const ports = { 8000: await freePort(), 8100: await freePort(), 8200: await freePort() };
    for (const command of commandsOf(page)) {
      if (whole.some((one) => command.startsWith(one))) continue;
      const expected = Number(/# exit (\d)/.exec(command)?.[1] ?? 0);
      const line = withPorts(
        command.includes('chatproof serve') && !command.includes('--port')
          ? `${command} --port 8000`
          : command,
        ports,
      );
      const { code, printed } = await run(line.replaceAll('npx chatproof', chatproof), folder);
      expect({ command, code, printed }).toEqual({ command, code: expected, printed });
      retarget(join(folder, 'chatproof.config.yaml'), ports);
    }
  },
  240_000,
);

function withPorts(text: string, ports: Record<string, number>): string {
  return Object.entries(ports).reduce((all, [from, to]) => all.replaceAll(from, String(to)), text);
}

/** What a command has written names the usual port, too; whatever listens there is none of our business. */
function retarget(file: string, ports: Record<string, number>): void {
  if (existsSync(file)) writeFileSync(file, withPorts(readFileSync(file, 'utf8'), ports));
}

/** A server counts as done once it says where it listens; it is ended with the test. */
async function run(line: string, cwd: string): Promise<{ code: number | null; printed: string }> {
  const child = spawn('sh', ['-c', `exec ${line}`], {
    cwd,
    env: { ...process.env, CI: '1' },
    detached: true,
  });
  let printed = '';
  const ended = once(child, 'close').then(([code]: (number | null)[]) => code ?? null);
  onTestFinished(async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await ended;
  });
  const ready = new Promise<number>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
        if (/ serve /.test(line) && /^\w+ +http:/m.test(printed)) resolve(0);
      });
  });
  child.stdin.end();
  const code = await Promise.race([ended, ready]);
  return { code, printed };
}

it.each(pages)('has no dead link: %s', (page) => {
  const links = [...read(page).matchAll(/\]\((?!https?:)([^)#]+)?(#[^)]*)?\)/g)];
  const dead = links
    .map(([, path]) => normalize(join(dirname(page), path ?? '.')))
    .filter((path) => !existsSync(join(root, path)));
  expect(dead).toEqual([]);
});

it('keeps the README within two screens, and each recipe within fifteen lines', () => {
  expect(read('README.md').split('\n').length).toBeLessThanOrEqual(100);
  const recipes = read('CONTRIBUTING.md')
    .split(/^## (?=A )/m)
    .slice(1);
  expect(recipes.map((recipe) => recipe.split('\n')[0])).toEqual([
    'A check',
    'A dialect',
    'A fault',
    'A liberty',
    'A load scenario',
    'A report format',
  ]);
  for (const recipe of recipes)
    expect(recipe.split(/^## /m)[0]?.trim().split('\n').length).toBeLessThanOrEqual(16);
});
