// A target that a compose file describes: the same commands, with a project name of its own.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { UnreachableError, UsageError } from '../../specs/kit/errors.ts';
import { startWithCommands } from './commands.ts';
import { guard } from './guard.ts';
import type { Running } from './running.ts';

export async function startCompose(
  file: string,
  { target, ready, within }: { target: string; ready: string | undefined; within: number },
): Promise<Running> {
  if (!existsSync(file))
    throw new UsageError(`The compose file ${file} does not exist: correct lifecycle.compose.`);
  const project = `chatproof-${randomBytes(4).toString('hex')}`;
  const compose = `${composeCommand()} --project-name ${project} --file ${JSON.stringify(file)}`;
  const down = `${compose} down --volumes --timeout 5`;
  const forget = guard({ kind: 'command', id: down, cwd: process.cwd() });
  const running = await startWithCommands(
    {
      start: `${compose} up --detach`,
      ready,
      stop: `${compose} logs --no-color --tail 2000; ${down}`,
      restart: `${compose} kill && ${compose} up --detach`,
    },
    { target, within },
  );
  return {
    ...running,
    log: async () =>
      spawnSync(`${compose} logs --no-color --tail 2000`, { shell: true, encoding: 'utf8' }).stdout,
    async stop() {
      await running.stop();
      forget();
    },
  };
}

/** `docker compose`, or its predecessor. */
function composeCommand(): string {
  const found = ['docker compose', 'docker-compose'].find(
    (command) => spawnSync(`${command} version`, { shell: true, stdio: 'ignore' }).status === 0,
  );
  if (found !== undefined) return found;
  throw new UnreachableError(
    'A compose file in `lifecycle` needs `docker compose`, which this machine does not have: install it, or use lifecycle.start with a command.',
  );
}
