// `check` for programs. It runs in a process of its own, because the engine is a Vitest and the program may be one, too.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Report } from '../../reports/model.ts';
import { packageRoot } from '../../specs/kit/root.ts';
import type { PeopleRequest } from '../../suites/kit/people.ts';
import { answering } from './answering.ts';
import { type CheckRequest, relayCommand, wordsOf } from './request.ts';

/** No verdict came about: the request was wrong (exit code 4), or chatproof itself failed (5). */
export class ChatproofError extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode: number) {
    super(message);
    this.name = 'ChatproofError';
    this.exitCode = exitCode;
  }
}

/** Judges a server and gives the report; a server that is not conformant is no error, but a report that says so. */
export async function check(request: CheckRequest = {}): Promise<Report> {
  const { config, people, provision, cwd = process.cwd() } = request;
  const folder = await mkdtemp(join(tmpdir(), 'chatproof-'));
  const asked =
    typeof provision === 'function'
      ? // The run is our own: it sends what a PeopleRequest says.
        await answering((wish) => provision(wish as PeopleRequest))
      : undefined;
  const file = async (name: string, given: string | object | undefined): Promise<string | undefined> => {
    if (given === undefined || typeof given === 'string') return given;
    const path = join(folder, `${name}.json`);
    await writeFile(path, JSON.stringify(given), { mode: 0o600 });
    return path;
  };
  try {
    const report = request.report === undefined ? folder : resolve(cwd, request.report);
    const command = typeof provision === 'string' ? provision : undefined;
    const written = {
      config: await file('config', config),
      people: await file('people', people),
      provision: asked === undefined ? command : relayCommand(asked.url),
    };
    const began = Date.now();
    const { code, complaint } = await run(
      wordsOf(request, { ...given(written), report }),
      cwd,
      request.signal,
    );
    const found = await readReport(join(report, 'report.json'));
    if (found !== undefined && Date.parse(found.startedAt) >= began) return found;
    throw new ChatproofError(complaint, code);
  } finally {
    await asked?.close();
    await rm(folder, { recursive: true });
  }
}

async function readReport(path: string): Promise<Report | undefined> {
  try {
    // Our own process has written it, in the shape that its schema publishes.
    return JSON.parse(await readFile(path, 'utf8')) as Report;
  } catch {
    return undefined;
  }
}

function given<T extends Record<string, string | undefined>>(values: T): { [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: string;
  };
}

function run(
  words: readonly string[],
  cwd: string,
  signal: AbortSignal | undefined,
): Promise<{ code: number; complaint: string }> {
  const main = join(packageRoot(), 'dist', 'cli', 'main.js');
  const child = spawn(process.execPath, [main, ...words], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: environment(),
  });
  const interrupt = (): void => void child.kill('SIGINT');
  if (signal?.aborted) interrupt();
  signal?.addEventListener('abort', interrupt);
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  return new Promise((settle, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      signal?.removeEventListener('abort', interrupt);
      settle({ code: code ?? 5, complaint: complaint.trim() });
    });
  });
}

/** Without what a Vitest that we may be called from tells its own workers. */
function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^VITEST|^(NODE_ENV|TEST|PROD|DEV|MODE|BASE_URL|SSR)$/.test(name),
  );
  return { ...Object.fromEntries(own), CI: '1' };
}
