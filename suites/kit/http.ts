// One HTTP request of one person, the way the target wants it; the answer is bounded, journalled and validated.
import request from 'supertest';
import type { Operation } from '../../specs/kit/dialect.ts';
import { show } from './match.ts';
import type { Entry } from './outcome.ts';
import { deadline } from './patience.ts';
import { addressOf, credentials, pathOf, type Target } from './target.ts';
import type { World } from './world.ts';

export interface Call {
  who: string;
  token: string | undefined;
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
  /** A body of bytes, instead of one that is JSON. */
  bytes?: Uint8Array;
  /** The content type of a body that is not JSON. */
  type?: string;
  /** A file to upload, with the other fields of the form. */
  form?: {
    file: { field: string; name: string; bytes: Uint8Array; type: string };
    fields: Record<string, string>;
  };
  /** Another address than the operation's: what the target itself named. Off its own host no token goes along. */
  address?: string;
}

export interface Reply {
  /** 0 when no answer came: see `problem`. */
  status: number;
  headers: Record<string, string>;
  /** The parsed JSON, or undefined when the answer is not JSON. */
  body: unknown;
  bytes: Buffer;
  problem: string | undefined;
  entry: Entry;
}

const biggestBody = 16 * 1024 * 1024;

export async function call(
  world: World,
  operation: Pick<Operation, 'id' | 'method' | 'path'>,
  { who, token, ...given }: Call,
): Promise<Reply> {
  const { target, journal } = world;
  const carried = credentials(target.auth.http, token);
  const template = target.paths[operation.id] ?? operation.path;
  const address =
    given.address ??
    addressOf(target.http, template, given.params ?? {}, { ...given.query, ...carried.query });
  const where = journal.redact(`${operation.method} ${pathOf(address)}`);
  const plain = given.bytes === undefined ? given.body : `[${given.bytes.length} bytes]`;
  const sent =
    given.form === undefined
      ? plain
      : {
          ...given.form.fields,
          [given.form.file.field]: `${given.form.file.name} (${given.form.file.bytes.length} bytes)`,
        };
  journal.add({
    who,
    kind: 'request',
    where,
    what: sent === undefined ? where : `${where} ${typeof sent === 'string' ? sent : JSON.stringify(sent)}`,
  });

  const asked = performance.now();
  const { response, problem } = await exchange(
    prepare(
      operation.method,
      address,
      isOwn(address, target) ? { ...target.headers.http, ...carried.headers } : {},
      given,
    ),
    world.patience.for('answer'),
  );
  if (response === undefined) world.patience.expired('answer');
  else world.patience.measured('answer', performance.now() - asked);

  const bytes = response?.bytes ?? Buffer.alloc(0);
  const status = response?.status ?? 0;
  const text = bytes.toString();
  const entry = journal.add({
    who,
    kind: 'response',
    where,
    what: problem ?? `${status} ${isText(response?.headers) ? text : `[${bytes.length} bytes]`}`,
  });
  return { status, headers: response?.headers ?? {}, body: parsed(text), bytes, problem, entry };
}

function isOwn(address: string, { http }: Target): boolean {
  return new URL(address).origin === new URL(http).origin;
}

function prepare(
  method: string,
  address: string,
  headers: Record<string, string>,
  given: Omit<Call, 'who' | 'token'>,
): request.Test {
  const { origin } = new URL(address);
  const path = address.slice(origin.length);
  const test = start(request(origin), method, path)
    .redirects(0)
    .set({ accept: 'application/json, */*;q=0.5', ...headers })
    .ok(() => true);
  if (given.form !== undefined) {
    for (const [name, value] of Object.entries(given.form.fields)) test.field(name, value);
    const { field, name, bytes, type } = given.form.file;
    return test.attach(field, Buffer.from(bytes), { filename: name, contentType: type });
  }
  if (given.bytes !== undefined)
    return test.type(given.type ?? 'application/octet-stream').send(Buffer.from(given.bytes));
  if (given.body === undefined) return test;
  return test
    .type(given.type ?? 'application/json')
    .send(typeof given.body === 'string' ? given.body : JSON.stringify(given.body));
}

type Agent = ReturnType<typeof request>;

function start(agent: Agent, method: string, path: string): request.Test {
  switch (method) {
    case 'GET':
      return agent.get(path);
    case 'POST':
      return agent.post(path);
    case 'PUT':
      return agent.put(path);
    case 'PATCH':
      return agent.patch(path);
    case 'DELETE':
      return agent.delete(path);
    case 'HEAD':
      return agent.head(path);
    default:
      return agent.options(path);
  }
}

interface Response {
  status: number;
  headers: Record<string, string>;
  bytes: Buffer;
}

/** Waits for the whole answer, but neither longer than patience nor for more than the biggest body. */
async function exchange(
  test: request.Test,
  patience: number,
): Promise<{ response?: Response; problem?: string }> {
  let problem: string | undefined;
  const late = deadline(patience, () => {
    problem = `no complete answer within ${Math.round(patience)} ms`;
    test.abort();
  });
  let abandon: () => void = () => undefined;
  const abandoned = new Promise<undefined>((resolve) => {
    abandon = () => resolve(undefined);
  });
  test.on('abort', abandon);
  const whole = test.buffer(true).parse((incoming, done) => {
    const chunks: Buffer[] = [];
    let size = 0;
    incoming.on('data', (chunk: Buffer | string) => {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      size += bytes.length;
      if (size <= biggestBody) chunks.push(bytes);
      else if (problem === undefined) {
        problem = `the body is longer than ${biggestBody} bytes`;
        test.abort();
      }
    });
    incoming.on('end', () => done(null, Buffer.concat(chunks)));
    incoming.on('error', (error) => done(error, null));
  });
  try {
    const answer = await Promise.race([Promise.resolve(whole), abandoned]);
    if (answer === undefined) return { problem: problem ?? 'the request was given up' };
    const bytes: unknown = answer.body;
    return {
      response: {
        status: answer.status,
        headers: answer.headers,
        bytes: Buffer.isBuffer(bytes) ? bytes : Buffer.alloc(0),
      },
    };
  } catch (error) {
    return { problem: problem ?? `no answer: ${error instanceof Error ? error.message : show(error)}` };
  } finally {
    late();
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isText(headers: Record<string, string> | undefined): boolean {
  return /json|text|xml|javascript/.test(headers?.['content-type'] ?? '');
}
