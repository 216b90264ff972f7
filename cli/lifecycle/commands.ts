// A target that plain commands start, stop and restart.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { UnreachableError } from '../../specs/kit/errors.ts';
import { guard } from './guard.ts';
import { answers } from './ready.ts';
import { lastLines, type Running } from './running.ts';

export interface Commands {
  start: string;
  ready?: string | undefined;
  stop?: string | undefined;
  restart?: string | undefined;
}

const politely = 5_000;
/** Characters of a log that are kept: its end says most. */
const kept = 1_000_000;

export async function startWithCommands(
  { start, ready, stop, restart }: Commands,
  { target, within }: { target: string; within: number },
): Promise<Running> {
  let log = '';
  const hear = (text: string): void => {
    log = (log + text).slice(-kept);
  };
  let server: Started | undefined;
  const begin = async (): Promise<void> => {
    const begun = spawned(start, hear);
    server = begun;
    const gone = (): boolean => begun.code() !== undefined && begun.code() !== 0;
    const isReady = await answers(ready ?? target, { within, over: gone }).catch(async (error: unknown) => {
      await end();
      throw error;
    });
    if (isReady) return;
    const [died, code] = [gone(), begun.code()];
    await end();
    throw new UnreachableError(
      died
        ? `The command \`${start}\` ended with ${code} before the server was ready.${lastLines(log)}`
        : `The command \`${start}\` was started, but nothing answers at ${ready ?? target} below 500 within ${within} ms: correct lifecycle.ready, or raise --patience.${lastLines(log)}`,
    );
  };
  const end = async (): Promise<void> => {
    if (stop !== undefined) await finished(stop, hear);
    await server?.end();
    server = undefined;
  };
  await begin();
  return {
    async restart() {
      if (restart === undefined) {
        await server?.kill();
        return begin();
      }
      const code = await finished(restart, hear);
      if (code !== 0) throw new Error(`The command \`${restart}\` ended with ${code} instead of 0.`);
      if (!(await answers(ready ?? target, { within, over: () => false })))
        throw new Error(`After \`${restart}\` nothing answers at ${ready ?? target}.`);
    },
    log: async () => log,
    stop: end,
  };
}

interface Started {
  /** Its exit code or signal; undefined while it runs. */
  code(): number | string | undefined;
  end(): Promise<void>;
  kill(): Promise<void>;
}

/** In a process group of its own, so that what the shell starts ends with it. */
function spawned(command: string, hear: (text: string) => void): Started {
  const child = spawn(command, { shell: true, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  listen(child, hear);
  let code: number | string | undefined;
  child.once('exit', (status, signal) => {
    code = status ?? signal ?? 'no exit code';
  });
  child.once('error', (error) => {
    code = error.message;
    hear(`${error.message}\n`);
  });
  const forget = child.pid === undefined ? () => undefined : guard({ kind: 'group', id: String(child.pid) });
  const signal = (name: NodeJS.Signals): void => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, name);
    } catch {
      // The whole group is gone already.
    }
  };
  const kill = async (): Promise<void> => {
    signal('SIGKILL');
    if (code === undefined) await once(child, 'exit');
    forget();
  };
  return {
    code: () => code,
    kill,
    async end() {
      signal('SIGTERM');
      if (code === undefined)
        await once(child, 'exit', { signal: AbortSignal.timeout(politely) }).catch(() => undefined);
      await kill();
    },
  };
}

async function finished(command: string, hear: (text: string) => void): Promise<number | string> {
  const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
  listen(child, hear);
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    // Not `close`: a server that it started may hold on to the pipes.
    child.once('exit', (code, signal) => resolve(code ?? signal ?? 'no exit code'));
  });
}

function listen({ stdout, stderr }: ChildProcess, hear: (text: string) => void): void {
  for (const stream of [stdout, stderr]) stream?.setEncoding('utf8').on('data', hear);
}
