// What runs k6: the program itself, or its image where there is Docker and no program.
import { execFileSync } from 'node:child_process';
import { UsageError } from '../../specs/kit/errors.ts';
import { type Ended, findK6, INSTALLING, k6OrComplain, SETTINGS } from './k6.ts';

export const IMAGE = 'grafana/k6:2.2.0';

export interface Folders {
  reads: string[];
  writes: string[];
}

/** The words before those of k6. */
export type Engine = (folders: Folders) => [string, ...string[]];

export function engineOf(env: NodeJS.ProcessEnv = process.env): Engine {
  const named = env['CHATPROOF_K6'] ?? '';
  const k6 = findK6(env);
  const image = env['CHATPROOF_K6_IMAGE'] || IMAGE;
  if (k6 === undefined && named === '' && hasDocker(env)) return (folders) => container(image, folders);
  const program = k6 ?? k6OrComplain(env);
  return () => [program];
}

/** The folders have the same names inside, and the host's network reaches what the host reaches. */
export function container(image: string, { reads, writes }: Folders): [string, ...string[]] {
  const user =
    process.getuid === undefined ? [] : ['--user', `${process.getuid()}:${process.getgid?.() ?? 0}`];
  const mounts = [
    ...reads.map((folder) => ['--volume', `${folder}:${folder}:ro`]),
    ...writes.map((folder) => ['--volume', `${folder}:${folder}`]),
  ].flat();
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['--env', `${name}=${value}`]);
  return ['docker', 'run', '--rm', '--init', '--network', 'host', ...user, ...settings, ...mounts, image];
}

/** Docker's own exit code for what it could not start. */
const UNSTARTED = 125;

export function refuseUnstarted(words: readonly string[], { code, complaint }: Ended): void {
  if (words[0] !== 'docker' || code !== UNSTARTED) return;
  const [, why = complaint.trim()] = /^docker: (.*)$/m.exec(complaint) ?? [];
  throw new UsageError(
    `Docker did not start the image ${words.at(-1)} (${why}): pull it, name another one by CHATPROOF_K6_IMAGE, or install k6 with ${INSTALLING}.`,
  );
}

function hasDocker(env: NodeJS.ProcessEnv): boolean {
  try {
    execFileSync('docker', ['version', '--format', '{{.Server.Version}}'], { env, stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
