// Real Docker for tests, with images that are made of this machine's own files: nothing is fetched from a registry.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Why the tests with Docker can't run; nothing when they can. CHATPROOF_REQUIRE=docker makes that an error. */
export function dockerMissing(required = process.env['CHATPROOF_REQUIRE'] ?? ''): string | undefined {
  if (spawnSync('docker', ['info'], { stdio: 'ignore' }).status === 0) return undefined;
  const how = 'Docker is missing: install it (apt-get install docker.io) and start dockerd.';
  if (required.split(',').includes('docker')) throw new Error(how);
  return how;
}

export function docker(...words: string[]): string {
  return execFileSync('docker', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}

const NAME = `chatproof-test-base:node-${process.versions.node}`;

/** An image like node:22-slim, as far as a test needs it: Node with npm, a shell, and a user "node". */
export function baseImage(): string {
  if (docker('images', '--quiet', NAME) !== '') return NAME;
  const root = mkdtempSync(join(tmpdir(), 'chatproof-base-'));
  try {
    const shell = realpathSync('/bin/sh');
    const npm = join(execFileSync('npm', ['root', '--global'], { encoding: 'utf8' }).trim(), 'npm');
    const settings = join(
      execFileSync('npm', ['prefix', '--global'], { encoding: 'utf8' }).trim(),
      'etc',
      'npmrc',
    );
    copy(root, realpathSync(process.execPath), '/usr/local/bin/node');
    copy(root, shell, '/bin/sh');
    copy(root, '/usr/bin/env', '/usr/bin/env');
    copy(root, realpathSync(npm), '/usr/local/lib/node_modules/npm');
    if (existsSync(settings)) copy(root, settings, '/usr/local/etc/npmrc');
    const certificates = '/etc/ssl/certs/ca-certificates.crt';
    if (existsSync(certificates)) copy(root, certificates, certificates);
    for (const library of librariesOf([process.execPath, shell, '/usr/bin/env']))
      copy(root, library, library);
    symlinkSync('../lib/node_modules/npm/bin/npm-cli.js', join(root, 'usr/local/bin/npm'));
    mkdirSync(join(root, 'tmp'), { mode: 0o777 });
    mkdirSync(join(root, 'home/node'), { recursive: true });
    writeFileSync(
      join(root, 'etc/passwd'),
      'root:x:0:0:root:/root:/bin/sh\nnode:x:1000:1000:node:/home/node:/bin/sh\n',
    );
    writeFileSync(join(root, 'etc/group'), 'root:x:0:\nnode:x:1000:\n');
    const path = 'ENV PATH=/usr/local/bin:/usr/bin:/bin';
    const archive = join(root, '..', `${root.split('/').at(-1)}.tar`);
    execFileSync('tar', ['--create', '--file', archive, '--directory', root, '.']);
    docker('import', '--change', path, archive, NAME);
    rmSync(archive);
    return NAME;
  } finally {
    rmSync(root, { recursive: true });
  }
}

function copy(root: string, from: string, to: string): void {
  mkdirSync(dirname(join(root, to)), { recursive: true });
  cpSync(from, join(root, to), { recursive: true, dereference: true });
}

/** What the loader says it needs; the native database needs nothing that Node does not. */
function librariesOf(programs: readonly string[]): string[] {
  const lines = programs.flatMap((program) =>
    execFileSync('ldd', [program], { encoding: 'utf8' }).split('\n'),
  );
  return [...new Set(lines.flatMap((line) => /(?:=> )?(\/\S+) \(0x/.exec(line)?.[1] ?? []))];
}
