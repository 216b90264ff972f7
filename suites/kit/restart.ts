// Killing the target and starting it again: by its owner's command, or with a server that is there for one check.
import { spawn } from 'node:child_process';
import type { Driver } from './driver.ts';
import { eventually } from './eventually.ts';
import { Unmet } from './failure.ts';
import { type Shared, share } from './judge.ts';
import { isObject } from './match.ts';
import { provision, type Source } from './provision.ts';
import { wishOf } from './request.ts';

/** Gives the check what it needs to restart the target. */
export async function withRestarts<T>(
  shared: Shared,
  driver: Driver<unknown>,
  act: (own: Shared) => Promise<T>,
): Promise<T> {
  const { restart } = shared.context;
  if (restart === undefined) return act(shared);
  if ('command' in restart) return act({ ...shared, restart: () => byCommand(restart.command, shared) });
  const ask = (what: string, key?: string): Promise<Record<string, unknown>> => post(restart, what, key);
  const server = await ask('start');
  const key = String(server['key']);
  try {
    const source: Source = {
      kind: 'control',
      url: String(server['control']),
      secret: String(server['controlSecret']),
    };
    const { context } = shared;
    const target = { ...context.target, http: String(server['http']), ws: String(server['ws']) };
    const people = await provision(source, wishOf(driver, 2), driver.needs);
    const own = await share({ ...context, target, source, people, concurrency: 1 }, driver);
    return await act({ ...own, restart: async () => void (await ask('restart', key)) });
  } finally {
    await ask('stop', key);
  }
}

async function post(
  { url, secret }: { url: string; secret: string },
  what: string,
  key: string | undefined,
): Promise<Record<string, unknown>> {
  const response = await fetch(`${url}/${what}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-restart-secret': secret },
    body: JSON.stringify({ key }),
  });
  const answer: unknown = await response.json();
  if (response.ok && isObject(answer)) return answer;
  throw new Error(
    `The server for checks that restart it could not ${what}: ${response.status} ${JSON.stringify(answer)}`,
  );
}

async function byCommand(command: string, { context, patience }: Shared): Promise<void> {
  const code = await new Promise<number | string>((resolve) => {
    const child = spawn(command, { shell: true, stdio: 'ignore' });
    child.on('error', (error) => resolve(error.message));
    child.on('close', (status, signal) => resolve(status ?? signal ?? 'no exit code'));
  });
  if (code !== 0)
    throw new Unmet(`The command of lifecycle.restart, \`${command}\`, ended with ${code} instead of 0.`);
  // A server takes longer to start than to answer.
  for (let tries = 0; tries < 10; tries += 1) {
    const answered = await eventually({ patience }, () =>
      fetch(context.target.http, { redirect: 'manual' }).then(
        () => true,
        () => undefined,
      ),
    );
    if (answered === true) return;
  }
  throw new Unmet(`After \`${command}\` nothing answers at ${context.target.http} any more.`);
}
