import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { chatproof } from '../testing/chatproof.ts';
import { docker, dockerMissing, programImage } from '../testing/docker.ts';
import { k6OrComplain } from './k6.ts';
import { k6Missing } from './testing/k6-missing.ts';
import { runLoad } from './testing/run-load.ts';

const missing = k6Missing() ?? dockerMissing();
const image = `chatproof-test-k6:${process.pid}`;
let folder = '';

beforeAll(() => {
  if (missing === undefined) programImage(image, k6OrComplain());
}, 120_000);

afterAll(() => {
  if (missing === undefined) docker('rmi', '--force', image);
});

/** Docker is here, and k6 nowhere. */
beforeEach(({ skip }) => {
  skip(missing !== undefined, missing);
  folder = mkdtempSync(join(tmpdir(), 'chatproof-container-'));
  const made = folder;
  onTestFinished(() => {
    vi.unstubAllEnvs();
    rmSync(made, { recursive: true, force: true });
  });
  const program = execFileSync('sh', ['-c', 'command -v docker'], { encoding: 'utf8' }).trim();
  symlinkSync(program, join(folder, 'docker'));
  for (const name of ['PATH', 'HOME', 'GOPATH']) vi.stubEnv(name, folder);
  vi.stubEnv('CHATPROOF_K6', '');
  vi.stubEnv('CHATPROOF_K6_IMAGE', image);
});

it('judges a server on loopback with k6 in containers, and all that they leave can be removed', async () => {
  const words = ['--instances', '2', '--journal', join(folder, 'run.jsonl')];
  const { code, err, result } = await runLoad('receipts', { seconds: 1, words });
  expect(result, err).toMatchObject({ sent: 100, delivered: 100, lost: 0, errors: {}, instances: 2 });
  expect(code).toBe(0);
  expect((await chatproof('judge', join(folder, 'run.jsonl'))).code).toBe(0);
});

it('says what to do about an image that Docker cannot start', async () => {
  vi.stubEnv('CHATPROOF_K6_IMAGE', 'localhost:1/k6:none');
  const { code, err } = await chatproof('load', 'receipts', '--seconds', '1', '--report', folder);
  expect(code).toBe(4);
  expect(err).toContain('Docker did not start the image localhost:1/k6:none (');
  expect(err).toContain('CHATPROOF_K6_IMAGE');
});
