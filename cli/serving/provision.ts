import { SECRET_HEADER } from '../../reference-server/control.ts';
import { UnreachableError, UsageError } from '../../specs/kit/errors.ts';
import { text, wholeNumber } from './options.ts';

/** Prints what the control plane answers: the content of a people file. */
export async function printPeople(options: Record<string, unknown>): Promise<void> {
  const control = text(options['control']) ?? '';
  const groups = keysOf(options['group']).map((members) => ({ members, admins: members.slice(0, 1) }));
  const request = {
    people: wholeNumber('--people', options['people'] ?? '24', 100_000),
    rooms: keysOf(options['room']),
    groups,
  };
  const headers = { 'content-type': 'application/json', [SECRET_HEADER]: text(options['secret']) ?? '' };
  const answer = await post(`${control.replace(/\/$/, '')}/provision`, headers, JSON.stringify(request));
  console.log(JSON.stringify(answer, null, 2));
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
