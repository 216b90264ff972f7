import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { packageRoot } from '../../specs/kit/root.ts';
import { complaints } from '../testing/complaints.ts';
import { baseImage, docker, dockerMissing } from '../testing/docker.ts';

const missing = dockerMissing();
const image = `chatproof-test:${process.pid}`;

beforeAll(() => {
  if (missing !== undefined) return;
  // The host's network, so that npm reaches the same registry as it does here.
  docker(
    'build',
    '--quiet',
    '--network',
    'host',
    '--build-arg',
    `BASE=${baseImage()}`,
    '--tag',
    image,
    packageRoot(),
  );
}, 600_000);

afterAll(() => {
  if (missing === undefined) docker('rmi', '--force', image);
});

const run = (...words: string[]) =>
  spawnSync('docker', ['run', '--rm', ...words], {
    cwd: mkdtempSync(join(tmpdir(), 'chatproof-')),
    encoding: 'utf8',
  });

it('judges the reference server without being root', ({ skip }) => {
  skip(missing !== undefined, missing);
  const { status, stdout, stderr } = run('--workdir', '/tmp', image, 'check', 'receipts');
  expect({ status, complaints: complaints(stderr) }).toEqual({ status: 0, complaints: [] });
  expect(stdout).toContain('✓ conformant');
  expect(run('--entrypoint', 'node', image, '-p', 'process.getuid()').stdout).toBe('1000\n');
});

it('is the reference server as well, and stops when it is told to', ({ skip }) => {
  skip(missing !== undefined, missing);
  const name = `chatproof-test-${process.pid}`;
  docker(
    'run',
    '--detach',
    '--rm',
    '--name',
    name,
    image,
    'serve',
    'rooms',
    '--host',
    '0.0.0.0',
    '--port',
    '8100',
  );
  try {
    const asks = `const ask = (n) => fetch('http://127.0.0.1:8100/api/conversations').then((r) => console.log(r.status), () => n > 0 && setTimeout(ask, 50, n - 1)); ask(200)`;
    expect(docker('exec', name, 'node', '-e', asks)).toBe('401');
    expect(docker('stop', name)).toBe(name);
  } finally {
    spawnSync('docker', ['rm', '--force', name], { stdio: 'ignore' });
  }
});

it('shows its help when nothing is asked of it', ({ skip }) => {
  skip(missing !== undefined, missing);
  expect(run(image)).toMatchObject({ status: 0, stdout: expect.stringMatching(/^Usage: chatproof/) });
});
