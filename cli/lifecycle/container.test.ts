import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it, type TestContext, vi } from 'vitest';
import { parse, stringify } from 'yaml';
import { packageRoot } from '../../specs/kit/root.ts';
import type { Config, ContainerConfig } from '../config/config.ts';
import { baseImage, docker, dockerMissing } from '../testing/docker.ts';
import { type Project, project } from './testing/project.ts';

const missing = dockerMissing();
const patience = { timeout: 60_000, interval: 50 };
let image = '';

beforeAll(() => {
  if (missing === undefined) image = baseImage();
}, 120_000);

const root = packageRoot();
const main = '/chatproof/dist/cli/main.js';
const served = ['node', main, 'serve', 'receipts', '--host', '0.0.0.0', '--port', '8000'];
const own = { data: ['--data', '/shared/data.sqlite'], ready: ['--ready-file', '/shared/ready.json'] };

/** The compiled reference server in a container, which gives its control secret away through a folder. */
function container(folder: string, more: Partial<ContainerConfig> = {}): ContainerConfig {
  mkdirSync(join(folder, 'shared'), { recursive: true });
  return {
    ...(more.build === undefined ? { image } : {}),
    ports: [8000],
    command: [...served, ...own.data, ...own.ready],
    mounts: [`${root}:/chatproof:ro`, `./shared:/shared`],
    ...more,
  };
}

/** Asks the control plane at the place where the container's port is mapped to. */
const provision = `secret=$(sed -n 's/.*"secret": "\\(.*\\)".*/\\1/p' shared/ready.json); "${process.execPath}" "${join(root, 'dist', 'cli', 'main.js')}" provision --control "$CHATPROOF_TARGET/_control" --secret "$secret" --request -`;

async function contained(
  { skip }: TestContext,
  more: (folder: string) => Partial<ContainerConfig> = () => ({}),
  config: Config = {},
): Promise<Project> {
  skip(missing !== undefined, missing);
  const made = await project(({ folder }) => ({ container: container(folder, more(folder)) }), {
    provision,
    ...config,
  });
  // Where it is is known only once it runs.
  const file = join(made.folder, 'chatproof.config.yaml');
  const { target: _, ...rest }: Config = parse(readFileSync(file, 'utf8'));
  writeFileSync(file, stringify(rest));
  return made;
}

const mine = ({ folder }: Project): string[] =>
  docker('ps', '--all', '--quiet', '--filter', `volume=${join(folder, 'shared')}`)
    .split('\n')
    .filter(Boolean);

it('judges a server in a container, keeps its log, and leaves nothing behind', async (context) => {
  const made = await contained(context);
  const networks = docker('network', 'ls', '--quiet').split('\n').length;
  const { ended, printed } = made.run('check');
  expect(await ended, printed()).toBe(0);
  expect(readFileSync(join(made.folder, 'chatproof-report', 'target.log'), 'utf8')).toContain(
    'receipts  http://',
  );
  expect(mine(made)).toEqual([]);
  expect(docker('network', 'ls', '--quiet').split('\n').length).toBeLessThanOrEqual(networks);
});

it('kills the container and starts it again for the checks that ask whether anything is lost', async (context) => {
  const only = ['receipts.durability.*', 'receipts.history.newest-first'];
  const made = await contained(context, undefined, { only, profile: 'standard' });
  const { ended, printed } = made.run('check');
  expect(await ended, printed()).toBe(0);
  const log = readFileSync(join(made.folder, 'chatproof-report', 'target.log'), 'utf8');
  expect(log.match(/receipts {2}http:/g)?.length, log).toBeGreaterThan(1);
});

it('starts what the server needs on a network of their own, where each is known by its name', async (context) => {
  const service = `require('node:http').createServer((_, r) => r.end('from the service')).listen(7000, () => console.log('service ready'))`;
  const asks = `fetch('http://store:7000').then((r) => r.text()).then((t) => { console.log(t); process.argv.splice(1, 1, '${main}'); return import('${main}'); })`;
  const made = await contained(context, () => ({
    services: [{ name: 'store', image, command: ['node', '-e', service], wait: 'service ready' }],
    command: ['node', '-e', asks, ...served.slice(1), ...own.ready],
    env: { GREETING: 'hello' },
  }));
  const { ended, printed } = made.run('check');
  expect(await ended, printed()).toBe(0);
  const log = readFileSync(join(made.folder, 'chatproof-report', 'target.log'), 'utf8');
  expect(log).toContain('store  service ready');
  expect(log).toContain('from the service');
});

it('builds the image from a Dockerfile', async (context) => {
  const made = await contained(context, (folder) => {
    mkdirSync(join(folder, 'image'));
    writeFileSync(join(folder, 'image', 'Dockerfile'), `FROM ${image}\nENV BUILT=here\n`);
    return { build: 'image' };
  });
  const { ended, printed } = made.run('check');
  expect(await ended, printed()).toBe(0);
});

it('says what a container printed that does not become ready', async (context) => {
  const made = await contained(context, () => ({
    command: ['node', '-e', 'console.log("no database"); process.exit(1)'],
  }));
  const { ended, printed } = made.run('check');
  expect(await ended, printed()).toBe(3);
  expect(printed()).toMatch(/^The container chatproof-test-base:\S+ did not become ready: .*no database/);
  // Docker may have taken its ports back before they could be seen.
  expect(printed()).toMatch(/it ended with exit code 1|ports/);
  expect(mine(made)).toEqual([]);
});

it.for(['SIGINT', 'SIGKILL'] as const)('removes the container after %s', async (signal, context) => {
  const made = await contained(context, undefined, { only: ['receipts.*'] });
  const { process: child, ended } = made.run('check');
  await vi.waitUntil(() => existsSync(join(made.folder, 'shared', 'ready.json')), patience);
  expect(mine(made)).toHaveLength(1);
  child.kill(signal);
  await ended;
  await vi.waitUntil(() => mine(made).length === 0, patience);
});

it('says that a line it waits for does not come, and stops waiting on Ctrl-C', async (context) => {
  const made = await contained(context, () => ({ wait: 'ready to serve' }));
  const slow = made.run('check', '--patience', '0.02');
  expect(await slow.ended).toBe(3);
  expect(slow.printed()).toContain('"ready to serve" is not in its log after 1200 ms');
  const { process: child, ended, printed } = made.run('check');
  await vi.waitUntil(() => mine(made).length > 0, patience);
  child.kill('SIGINT');
  expect(await ended).toBe(3);
  expect(printed()).toContain('The start of the target was interrupted.');
  expect(mine(made)).toEqual([]);
});

it('says that an image cannot be had', async (context) => {
  const made = await contained(context, () => ({ image: 'nowhere.invalid/chat:1' }));
  const { ended, printed } = made.run('check');
  expect(await ended).toBe(3);
  expect(printed()).toMatch(
    /^The container nowhere\.invalid\/chat:1 did not become ready: .*nowhere\.invalid/,
  );
});
