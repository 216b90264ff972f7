import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { container, engineOf, IMAGE } from './engine.ts';

const nowhere = { reads: ['/package', '/plan'], writes: ['/report'] };

/** A PATH with nothing but a docker that ends so. */
function pathWithDocker(code: number): NodeJS.ProcessEnv {
  const folder = mkdtempSync(join(tmpdir(), 'chatproof-engine-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'docker'), `#!/bin/sh\nexit ${code}\n`, { mode: 0o755 });
  return { PATH: folder };
}

it('runs the image where there is Docker and no k6, with the folders under their own names', () => {
  const words = engineOf(pathWithDocker(0))(nowhere);
  expect(words).toEqual(container(IMAGE, nowhere));
  expect(words.slice(0, 2)).toEqual(['docker', 'run']);
  expect(words.at(-1)).toBe(IMAGE);
  const mounts = words.filter((_, at) => words[at - 1] === '--volume');
  expect(mounts).toEqual(['/package:/package:ro', '/plan:/plan:ro', '/report:/report']);
});

it('runs the image that CHATPROOF_K6_IMAGE names', () => {
  const env = { ...pathWithDocker(0), CHATPROOF_K6_IMAGE: 'mirror.example.test/k6:2' };
  expect(engineOf(env)(nowhere).at(-1)).toBe('mirror.example.test/k6:2');
});

it('says how to get k6 where Docker does not answer either', () => {
  expect(() => engineOf(pathWithDocker(1))).toThrow('there is no Docker');
});

it('runs no image when CHATPROOF_K6 names a program that is not there', () => {
  const env = { ...pathWithDocker(0), CHATPROOF_K6: '/nowhere/k6' };
  expect(() => engineOf(env)).toThrow('/nowhere/k6');
});
