import { readFileSync } from 'node:fs';
import { text as textOf } from 'node:stream/consumers';
import { SECRET_HEADER } from '../../reference-server/control/control.ts';
import { UnreachableError, UsageError } from '../../specs/kit/errors.ts';
import { didYouMean } from '../../specs/kit/nearest.ts';
import { isObject } from '../../suites/kit/match.ts';
import { text, wholeNumber } from './options.ts';

type Options = Record<string, unknown>;

/** Prints what the control plane answers: the content of a people file. */
export async function printPeople(dialect: string | undefined, options: Options): Promise<void> {
  const { url, secret } = controlOf(dialect, options);
  const headers = { 'content-type': 'application/json', [SECRET_HEADER]: secret };
  const answer = await post(`${url.replace(/\/$/, '')}/provision`, headers, await requestOf(options));
  process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
}

async function requestOf(options: Options): Promise<string> {
  const file = text(options['request']);
  if (file === '-') return textOf(process.stdin);
  if (file !== undefined) return readText(file, '--request');
  const groups = keysOf(options['group']).map((members) => ({ members, admins: members.slice(0, 1) }));
  const people = wholeNumber('--people', options['people'] ?? '24', 100_000);
  return JSON.stringify({ people, rooms: keysOf(options['room']), groups });
}

function controlOf(dialect: string | undefined, options: Options): { url: string; secret: string } {
  const [file, url, secret] = [options['readyFile'], options['control'], options['secret']].map(text);
  if (url !== undefined && secret !== undefined) return { url, secret };
  if (file === undefined)
    throw new UsageError('Which server? Give --ready-file FILE, or both --control URL and --secret SECRET.');
  const servers: unknown = JSON.parse(readText(file, '--ready-file'));
  const names = isObject(servers) ? Object.keys(servers) : [];
  const name = dialect ?? (names.length === 1 ? names[0] : undefined);
  const server = isObject(servers) && name !== undefined ? servers[name] : undefined;
  const control = isObject(server) ? server['control'] : undefined;
  if (isObject(control)) return { url: String(control['url']), secret: String(control['secret']) };
  throw new UsageError(
    name === undefined
      ? `${file} has ${names.length} dialects: name one of ${names.join(', ')}.`
      : `${file} has no server of "${name}".${didYouMean(name, names)}`,
  );
}

function readText(file: string, option: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`The file ${file} cannot be read: check the path given to ${option}.`);
  }
}

async function post(url: string, headers: Record<string, string>, body: string): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(url, { method: 'POST', headers, body });
  } catch {
    throw new UnreachableError(
      `No control plane answers at "${url}": give --control the address that \`chatproof serve --control\` printed.`,
    );
  }
  const answer = await response.text();
  if (response.ok) return JSON.parse(answer);
  throw new UsageError(`The control plane at "${url}" refused (${response.status}): ${answer}`);
}

function keysOf(value: unknown): string[][] {
  return Array.isArray(value) ? value.map((keys) => String(keys).split(',')) : [];
}
