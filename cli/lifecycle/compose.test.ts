import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it, type TestContext, vi } from 'vitest';
import { stringify } from 'yaml';
import { packageRoot } from '../../specs/kit/root.ts';
import type { Config } from '../config/config.ts';
import { baseImage, composeMissing, docker } from '../testing/docker.ts';
import { type Project, project } from './testing/project.ts';

const missing = composeMissing();
const patience = { timeout: 60_000, interval: 50 };
let image = '';

beforeAll(() => {
  if (missing === undefined) image = baseImage();
}, 120_000);

/** The compiled reference server as the service of a compose file. */
async function composed({ skip }: TestContext, config: Config = {}): Promise<Project> {
  skip(missing !== undefined, missing);
  const made = await project(() => ({ compose: 'docker-compose.yaml' }), {
    provision: `"${process.execPath}" "${join(packageRoot(), 'dist', 'cli', 'main.js')}" provision --control "$CHATPROOF_TARGET/_control" --secret "$(sed -n 's/.*"secret": "\\(.*\\)".*/\\1/p' shared/ready.json)" --request -`,
    ...config,
  });
  mkdirSync(join(made.folder, 'shared'));
  const command = `node /chatproof/dist/cli/main.js serve receipts --host 0.0.0.0 --port 8000 --data /shared/data.sqlite --ready-file /shared/ready.json`;
  const chat = {
    image,
    command,
    ports: [`127.0.0.1:${made.port}:8000`],
    volumes: [`${packageRoot()}:/chatproof:ro`, './shared:/shared'],
  };
  writeFileSync(join(made.folder, 'docker-compose.yaml'), stringify({ version: '3.8', services: { chat } }));
  return made;
}

const mine = ({ folder }: Project): string =>
  docker('ps', '--all', '--quiet', '--filter', `volume=${join(folder, 'shared')}`);

it('judges what a compose file describes, kills it and starts it again, and leaves nothing behind', async (context) => {
  const only = ['receipts.durability.*', 'receipts.history.newest-first'];
  const made = await composed(context, { only, profile: 'standard' });
  const { ended, printed } = made.run('check');
  expect(await ended, printed()).toBe(0);
  const log = readFileSync(join(made.folder, 'chatproof-report', 'target.log'), 'utf8');
  expect(log.match(/receipts {2}http:/g)?.length, log).toBeGreaterThan(1);
  expect(mine(made)).toBe('');
});

it.for(['SIGINT', 'SIGKILL'] as const)('removes everything after %s', async (signal, context) => {
  const made = await composed(context, { only: ['receipts.*'] });
  const { process: child, ended } = made.run('check');
  await vi.waitUntil(() => existsSync(join(made.folder, 'shared', 'ready.json')), patience);
  child.kill(signal);
  await ended;
  await vi.waitUntil(() => mine(made) === '', patience);
});

it('says in one sentence that there is no compose', async () => {
  const { folder, run } = await project(() => ({ compose: 'docker-compose.yaml' }));
  writeFileSync(join(folder, 'docker-compose.yaml'), 'services: {}\n');
  vi.stubEnv('PATH', '/nowhere');
  const { ended, printed } = run('check');
  vi.unstubAllEnvs();
  expect([await ended, printed().split('\n')[0]]).toEqual([
    3,
    'A compose file in `lifecycle` needs `docker compose`, which this machine does not have: install it, or use lifecycle.start with a command.',
  ]);
});
