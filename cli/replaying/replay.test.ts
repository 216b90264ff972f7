// A counterexample happens again on the server that has the fault, and not on the clean one, in every form.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { type RunningServer, serve } from '../../reference-server/server.ts';
import { packageRoot } from '../../specs/kit/root.ts';
import { loadDriver } from '../../suites/kit/driver.ts';
import { provision } from '../../suites/kit/provision.ts';
import { wishOf } from '../../suites/kit/request.ts';
import type { Counterexample } from '../../suites/model/counterexample.ts';
import { replay } from '../../suites/model/replay.ts';
import { formNamed, formNames } from './forms.ts';
import { inPlace } from './place.ts';
import { replayFile } from './replay.ts';
import { traceOf } from './trace.ts';

const folder = mkdtempSync(join(packageRoot(), 'node_modules', '.replay-'));
const people = join(folder, 'people.json');
const file = join(folder, 'example.json');
afterAll(() => rmSync(folder, { recursive: true }));

const example: Counterexample = {
  schema: 'chatproof/counterexample@1',
  dialect: 'receipts',
  requirement: 'receipts.edit.stored',
  seed: 1,
  expected: 'bob is shown message 1 as "m1v2"',
  received: '"m1" (read)',
  because: 'bob is shown message 1 with another text',
  script: [],
  steps: [
    { do: 'connect', who: 'alice' },
    { do: 'say', who: 'alice', socket: 1, times: 1 },
    { do: 'edit', who: 'alice', socket: 1, message: 1 },
    { do: 'look', who: 'bob' },
  ],
  claim: { on: 'bob', where: 'view', message: 1, text: 'm1v2', least: 1, most: 1 },
};
/** In groups: what is fetched, and what is heard. */
const pending: Counterexample = {
  ...example,
  dialect: 'dialogues',
  requirement: 'dialogues.groups.received-ends-pending',
  expected: 'carol fetches note 1',
  because: 'note 1 is missing from what carol fetches',
  steps: [
    { do: 'say beside', who: 'alice', place: 'all' },
    { do: 'acknowledge beside', who: 'bob', note: 1 },
    { do: 'look beside', who: 'carol' },
  ],
  claim: { on: 'carol', where: 'view', text: 'mn1', note: 1, least: 1, most: 1 },
};
const heard: Counterexample = {
  ...pending,
  requirement: 'dialogues.groups.reaches-every-participant',
  expected: 'carol hears note 1',
  because: 'carol did not hear note 1',
  steps: [
    { do: 'overhear' },
    { do: 'connect', who: 'bob' },
    { do: 'say beside', who: 'alice', place: 'all' },
  ],
  claim: { on: 'carol', where: 'socket', least: 1, kind: 'said', text: 'mn1', note: 1 },
};
writeFileSync(file, JSON.stringify(example));
writeFileSync(join(folder, 'vitest.config.mjs'), 'export default {};\n');

async function on<T>(
  fault: string | undefined,
  act: (server: RunningServer) => Promise<T>,
  { dialect } = example,
): Promise<T> {
  const server = await serve(dialect, { control: true, seed: 1 });
  try {
    if (fault !== undefined) await server.faults.on(fault);
    const driver = await loadDriver(dialect);
    if (server.control === undefined) throw new Error('The server offers no control plane.');
    const made = await provision({ kind: 'control', ...server.control }, wishOf(driver, 1), driver.needs);
    writeFileSync(people, JSON.stringify(made));
    return await act(server);
  } finally {
    await server.close();
  }
}

const exitOf = (command: string, words: readonly string[], env: Record<string, string>): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, words, { cwd: folder, env: { ...process.env, ...env }, stdio: 'ignore' });
    child.once('error', reject).once('close', (code) => resolve(code ?? -1));
  });

it('happens again where the fault is, and not where it is not', async () => {
  const again = (server: RunningServer): Promise<number> =>
    replayFile(file, { target: server.http, people, patience: '0.1' });
  expect(await on('edit-not-stored', again)).toBe(1);
  expect(await on(undefined, again)).toBe(0);
  expect(await replayFile(file, {})).toBe(0);
});

const printed = async (kept: Counterexample, as: string): Promise<string> => {
  const trace = await inPlace(kept, {}, {}, async (place) =>
    traceOf(kept, await replay(place, kept.steps, { ends: false }), place.shared.context.target.auth),
  );
  return (await formNamed(as)).print(kept, trace);
};

it.each([
  ['edit-not-stored', example],
  ['first-received-deletes-for-all', pending],
  ['group-reaches-one-participant', heard],
])('shows %s again in the test that it is printed as', async (fault, kept) => {
  const test = join(folder, `${fault}.test.mjs`);
  writeFileSync(test, await printed(kept, 'vitest'));
  const runs = (server: RunningServer): Promise<number> =>
    exitOf(process.execPath, [join(packageRoot(), 'node_modules', 'vitest', 'vitest.mjs'), 'run', test], {
      TARGET: server.http,
      PEOPLE: people,
      PATIENCE: '300',
    });
  expect(await on(fault, runs, kept)).toBe(1);
  expect(await on(undefined, runs, kept)).toBe(0);
});

it('names what is known only when the script runs, and holds no token', async () => {
  const trace = await inPlace(example, {}, {}, async (place) =>
    traceOf(example, await replay(place, example.steps, { ends: false }), place.shared.context.target.auth),
  );
  for (const name of formNames()) {
    const text = (await formNamed(name)).print(example, trace);
    expect(text, name).not.toMatch(/eyJ|127\.0\.0\.1:(?!8000)/);
  }
  const edit = trace.lines.find((line) => line.do === 'request' && line.method === 'PUT');
  expect(edit).toMatchObject({ path: '/en/api/v1/messages/{id 1}/edit', body: '{"text":"{mark}1v2"}' });
});

it('says what is wrong with a file that is no counterexample', async () => {
  await expect(replayFile(join(folder, 'none.json'), {})).rejects.toThrow('cannot be read');
  await expect(replayFile(people, {})).rejects.toThrow('is no counterexample of chatproof');
  await expect(replayFile(file, { as: 'vitset' })).rejects.toThrow('but can be');
  const { claim: _, ...untold } = example;
  const odd = join(folder, 'untold.json');
  writeFileSync(odd, JSON.stringify(untold));
  await expect(replayFile(odd, { as: 'vitest' })).rejects.toThrow('cannot be told by a script alone');
  const steps = [{ do: 'upload', who: 'alice' }];
  writeFileSync(odd, JSON.stringify({ ...example, dialect: 'threads', steps }));
  await expect(replayFile(odd, { as: 'shell' })).rejects.toThrow('cannot be told by a script alone');
});
