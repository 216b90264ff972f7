// Real Docker for tests, with images that are made of this machine's own files: nothing is fetched from a registry.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { packageRoot } from '../../specs/kit/root.ts';

/** Why the tests with Docker can't run; nothing when they can. CHATPROOF_REQUIRE=docker makes that an error. */
export function dockerMissing(): string | undefined {
  return missing(
    ['docker info'],
    'Docker is missing: install it (apt-get install docker.io) and start dockerd.',
  );
}

/** The same for compose, which is a package of its own. */
export function composeMissing(): string | undefined {
  return (
    dockerMissing() ??
    missing(
      ['docker compose version', 'docker-compose version'],
      'Docker Compose is missing: install it (apt-get install docker-compose).',
    )
  );
}

function missing(commands: readonly string[], how: string): string | undefined {
  if (commands.some((command) => spawnSync(command, { shell: true, stdio: 'ignore' }).status === 0))
    return undefined;
  if ((process.env['CHATPROOF_REQUIRE'] ?? '').split(',').includes('docker')) throw new Error(how);
  return how;
}

export function docker(...words: string[]): string {
  return execFileSync('docker', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}

const programs = {
  '/usr/local/bin/node': process.execPath,
  '/bin/sh': '/bin/sh',
  '/bin/tar': '/bin/tar',
  '/bin/gzip': '/bin/gzip',
  '/usr/bin/env': '/usr/bin/env',
};

/** An image like node:22-slim, as far as a test needs it: Node with npm, a shell, tar, and a user "node". */
export function baseImage(): string {
  const libraries = librariesOf([...Object.values(programs), ...nativeModules()]);
  const parts = createHash('sha256').update([process.version, ...Object.keys(programs), ...libraries].join());
  const name = `chatproof-test-base:${parts.digest('hex').slice(0, 12)}`;
  if (docker('images', '--quiet', name) !== '') return name;
  imported(name, (root) => fill(root, libraries), 'ENV PATH=/usr/local/bin:/usr/bin:/bin');
  return name;
}

/** An image of one program and what it links to. */
export function programImage(name: string, program: string): void {
  const files = [program, ...librariesOf([program])];
  imported(
    name,
    (root) => {
      for (const file of files) copy(root, realpathSync(file), file);
      mkdirSync(join(root, 'tmp'));
      chmodSync(join(root, 'tmp'), 0o1777);
    },
    `ENTRYPOINT ["${program}"]`,
  );
}

function imported(name: string, filled: (root: string) => void, change: string): void {
  const root = mkdtempSync(join(tmpdir(), 'chatproof-image-'));
  const archive = `${root}.tar`;
  try {
    // The folder is the root of the image, where others have to get through.
    chmodSync(root, 0o755);
    filled(root);
    execFileSync('tar', ['--create', '--file', archive, '--directory', root, '.']);
    docker('import', '--change', change, archive, name);
  } finally {
    rmSync(root, { recursive: true });
    rmSync(archive, { force: true });
  }
}

function fill(root: string, libraries: readonly string[]): void {
  const npm = (word: string): string =>
    execFileSync('npm', [word, '--global'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  for (const [to, from] of Object.entries(programs)) copy(root, realpathSync(from), to);
  copy(root, realpathSync(join(npm('root'), 'npm')), '/usr/local/lib/node_modules/npm');
  for (const library of libraries) copy(root, library, library);
  const settings = join(npm('prefix'), 'etc', 'npmrc');
  if (existsSync(settings)) copy(root, settings, '/usr/local/etc/npmrc');
  const certificates = '/etc/ssl/certs/ca-certificates.crt';
  if (existsSync(certificates)) copy(root, certificates, certificates);
  symlinkSync('../lib/node_modules/npm/bin/npm-cli.js', join(root, 'usr/local/bin/npm'));
  mkdirSync(join(root, 'tmp'));
  chmodSync(join(root, 'tmp'), 0o1777);
  mkdirSync(join(root, 'home/node'), { recursive: true });
  chownSync(join(root, 'home/node'), 1000, 1000);
  mkdirSync(join(root, 'etc'), { recursive: true });
  writeFileSync(
    join(root, 'etc/passwd'),
    'root:x:0:0:root:/root:/bin/sh\nnode:x:1000:1000:node:/home/node:/bin/sh\n',
  );
  writeFileSync(join(root, 'etc/group'), 'root:x:0:\nnode:x:1000:\n');
}

function copy(root: string, from: string, to: string): void {
  mkdirSync(dirname(join(root, to)), { recursive: true });
  cpSync(from, join(root, to), { recursive: true, dereference: true });
}

/** The native database needs libraries that Node does not. */
function nativeModules(): string[] {
  const folder = join(packageRoot(), 'node_modules', '@libsql');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.node') && !file.includes('musl'))
    .map((file) => join(folder, file));
}

/** What the loader says that they need. */
function librariesOf(files: readonly string[]): string[] {
  const lines = files.flatMap((program) => execFileSync('ldd', [program], { encoding: 'utf8' }).split('\n'));
  return [...new Set(lines.flatMap((line) => /(?:=> )?(\/\S+) \(0x/.exec(line)?.[1] ?? []))];
}
