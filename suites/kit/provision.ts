// Asks the target's owner for people: a file, a command, or the reference server's control plane.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { UnreachableError, UsageError } from '../../specs/kit/errors.ts';
import { type People, type PeopleRequest, type PersonField, type Room, readPeople } from './people.ts';

export type Source =
  | { kind: 'file'; file: string }
  | { kind: 'command'; command: string; env?: Record<string, string> }
  | { kind: 'control'; url: string; secret: string };

const commandMayTake = 120_000;

export async function provision(
  source: Source,
  request: PeopleRequest,
  needs: readonly PersonField[],
): Promise<People> {
  switch (source.kind) {
    case 'file':
      return readPeople(parse(readText(source.file), source.file), needs, source.file);
    case 'command':
      return apart(
        readPeople(
          parse(await ask(source, request), `the answer of \`${source.command}\``),
          needs,
          `The answer of \`${source.command}\``,
        ),
        request,
      );
    case 'control':
      return apart(readPeople(await post(source, request), needs, 'The control plane'), request);
  }
}

/** What was asked for to be deleted, and made for it, is kept apart from the other rooms. */
function apart(people: People, { disposable_rooms: asked = [] }: PeopleRequest): People {
  const pairs = new Set(asked.map(String));
  const isDoomed = ({ members }: Room): boolean => pairs.has(String(members));
  return {
    ...people,
    rooms: people.rooms.filter((room) => !isDoomed(room)),
    disposable: [...people.disposable, ...people.rooms.filter(isDoomed)],
  };
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`The people file ${file} cannot be read: check the path given to --people.`);
  }
}

function parse(text: string, from: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `${from} is not JSON (${why}): it begins with ${JSON.stringify(text.slice(0, 60))}.`,
    );
  }
}

function ask(
  { command, env }: Extract<Source, { kind: 'command' }>,
  request: PeopleRequest,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, {
      shell: true,
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    let out = '';
    let complaint = '';
    const late = setTimeout(() => child.kill('SIGKILL'), commandMayTake);
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      out += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      complaint = (complaint + chunk).slice(-2_000);
    });
    child.on('error', (error) =>
      reject(new UnreachableError(`The command \`${command}\` could not be started: ${error.message}.`)),
    );
    child.on('close', (code, signal) => {
      clearTimeout(late);
      if (code === 0) return resolve(out);
      const last = complaint.trim().split('\n').at(-1) ?? '';
      reject(
        new UnreachableError(
          `The command \`${command}\` ended with ${signal ?? `exit code ${code}`} instead of printing people${last === '' ? '.' : `: ${last}`}`,
        ),
      );
    });
    // A command that ignores its input is fine.
    child.stdin.on('error', () => undefined);
    child.stdin.end(`${JSON.stringify(request)}\n`);
  });
}

async function post(source: { url: string; secret: string }, request: PeopleRequest): Promise<unknown> {
  const response = await fetch(`${source.url}/provision`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-control-secret': source.secret },
    body: JSON.stringify(request),
  }).catch((error: unknown) => {
    throw new UnreachableError(
      `The control plane at ${source.url} cannot be reached: ${error instanceof Error ? error.message : String(error)}.`,
    );
  });
  const text = await response.text();
  if (!response.ok)
    throw new UnreachableError(
      `The control plane at ${source.url} answered ${response.status}: ${text.slice(0, 200)}`,
    );
  return parse(text, 'The control plane’s answer');
}
