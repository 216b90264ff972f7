// What runs k6: the program itself, or its image where there is Docker and no program.
import { execFileSync } from 'node:child_process';
import { findK6, k6OrComplain } from './k6.ts';

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
  if (k6 === undefined && named === '' && hasDocker(env)) return container;
  const program = k6 ?? k6OrComplain(env);
  return () => [program];
}

/** The folders have the same names inside, and the host's network reaches what the host reaches. */
export const container: Engine = ({ reads, writes }) => {
  const user =
    process.getuid === undefined ? [] : ['--user', `${process.getuid()}:${process.getgid?.() ?? 0}`];
  const mounts = [
    ...reads.map((folder) => ['--volume', `${folder}:${folder}:ro`]),
    ...writes.map((folder) => ['--volume', `${folder}:${folder}`]),
  ].flat();
  const settings = ['--env', 'K6_AUTO_EXTENSION_RESOLUTION=false'];
  return ['docker', 'run', '--rm', '--init', '--network', 'host', ...user, ...settings, ...mounts, IMAGE];
};

function hasDocker(env: NodeJS.ProcessEnv): boolean {
  try {
    execFileSync('docker', ['version', '--format', '{{.Server.Version}}'], { env, stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
