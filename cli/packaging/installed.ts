// The package as a user gets it: packed, and installed in an empty folder far from the repository.
import { execFile } from 'node:child_process';
import { lstat, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { packageRoot } from '../../specs/kit/root.ts';

export interface Installed {
  tarball: string;
  /** An empty project that has chatproof installed. */
  folder: string;
  /** Runs a program in that folder. */
  run(program: string, ...words: string[]): Promise<Ran>;
  remove(): Promise<void>;
}

export interface Ran {
  code: number;
  out: string;
  err: string;
}

const execute = promisify(execFile);

/** Packs what `npm run build` has built. */
export async function installPackage(): Promise<Installed> {
  const folder = await mkdtemp(join(tmpdir(), 'chatproof-installed-'));
  const pack = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  const { stdout } = await execute('npm', pack, { cwd: packageRoot() });
  const [packed]: { filename?: string }[] = JSON.parse(stdout);
  const tarball = join(folder, packed?.filename ?? '');
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  await npmInstall(folder, tarball);
  return {
    tarball,
    folder,
    run: (program, ...words) => ran(program, words, folder),
    remove: () => rm(folder, { recursive: true }),
  };
}

export async function npmInstall(folder: string, ...packages: string[]): Promise<void> {
  const quiet = ['--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts'];
  await execute('npm', ['install', ...quiet, ...packages], { cwd: folder });
}

async function ran(program: string, words: readonly string[], cwd: string): Promise<Ran> {
  const env = { ...process.env, NO_COLOR: '1' };
  return new Promise((settle) => {
    const child = execFile(program, words, { cwd, env, maxBuffer: 2 ** 26 }, (error, out, err) => {
      settle({ code: error === null ? 0 : (child.exitCode ?? 1), out, err });
    });
    child.stdin?.end();
  });
}

/** Bytes of every file below a folder. */
export async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true });
  const sizes = entries.map(async (entry) => {
    const path = join(entry.parentPath, entry.name);
    return entry.isDirectory() ? sizeOf(path) : (await lstat(path)).size;
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
