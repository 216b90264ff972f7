// Mounts every operation of the OpenAPI document with the handler that the dialect has for it.
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Operation } from '../specs/kit/dialect.ts';
import { violationsOfAnswer, violationsOfRequest } from '../specs/kit/validate.ts';
import type { Chat } from './chat.ts';
import type { Answer, Call, Head, OperationServer } from './dialect-server.ts';
import { objection } from './limits.ts';
import { headOf, partsOf, typed } from './requests.ts';
import type { Person } from './store/changes.ts';

export function mountOperations(app: FastifyInstance, chat: Chat): void {
  assertHandled('operation', chat.spec.operations, chat.dialect.operations);
  for (const operation of chat.spec.operations) {
    const serve = chat.dialect.operations[operation.id];
    if (serve === undefined) continue;
    app.route({
      method: operation.method,
      url: operation.path.replace(/\{(\w+)\}/g, ':$1'),
      handler: async (request, reply) => {
        chat.counters.requests += 1;
        const asked = await askedBy(chat, operation, request);
        const answer = carryOut(chat, operation, serve, asked);
        if (chat.checkOutgoing) assertDocumented(chat, operation, answer);
        return respond(chat, reply, { operation: operation.id, head: asked, answer });
      },
    });
  }
}

/** Nothing that is documented goes without a handler, and nothing else has one. */
export function assertHandled(kind: string, entries: { id: string }[], handlers: object): void {
  const documented = entries.map(({ id }) => id);
  const handled = Object.keys(handlers);
  const missing = documented.find((id) => !handled.includes(id));
  if (missing !== undefined)
    throw new Error(`The ${kind} "${missing}" is documented and has no handler: add it.`);
  const extra = handled.find((id) => !documented.includes(id));
  if (extra !== undefined)
    throw new Error(`The ${kind} "${extra}" has a handler and is not documented: remove it.`);
}

/** A refusal in the dialect's own form. */
export function refusal(chat: Chat, status: number, says: string, operation?: string): Answer {
  return chat.dialect.refuse?.(status, says, operation) ?? { status, body: { detail: says } };
}

/** Sends what becomes of an answer at the seams. */
export async function respond(
  chat: Chat,
  reply: FastifyReply,
  { operation, head, answer }: { operation: string; head: Head; answer: Answer },
): Promise<FastifyReply> {
  const last = await chat.seams.response(answer, operation, head);
  if (chat.latency > 0) await wait(chat.latency);
  return last === 'hang up' ? hangUp(reply) : write(reply, last);
}

export function hangUp(reply: FastifyReply): FastifyReply {
  reply.request.raw.socket.destroy();
  return reply.hijack();
}

/** Who asks for an operation that isn't secured, and whose handler therefore can't ask who it is. */
const NOBODY: Person = { id: 0, uuid: '', username: '', email: '', phone: '' };

type Asked = Omit<Call<object, unknown>, 'me'> & { me: Person | undefined };

async function askedBy(chat: Chat, { id }: Operation, request: FastifyRequest): Promise<Asked> {
  const head = headOf(request);
  const me = chat.seams.identify(await chat.dialect.who(chat, head), head, id);
  const { body, files } = request.isMultipart() ? await partsOf(request) : { body: request.body, files: [] };
  return { ...head, me, body, files };
}

function carryOut(chat: Chat, operation: Operation, serve: OperationServer, asked: Asked): Answer {
  const { me, body } = asked;
  chat.seams.cause = { operation: operation.id, input: body, ...(me && { by: me }) };
  if (operation.secured && me === undefined)
    return refusal(chat, 401, 'A valid token is needed.', operation.id);
  const { parameters, problem } = { parameters: {}, ...typed(asked.parameters, operation.parameters) };
  if (problem !== undefined) return refusal(chat, problem.status, problem.says, operation.id);
  const wrong = violationsOfRequest(chat.spec, operation.id, body)[0]?.says ?? objection(chat, body);
  if (!chat.seams.decide('fits', wrong === undefined, { about: body })) {
    chat.counters.complaints += 1;
    return refusal(chat, 400, `${wrong ?? 'The body is not as documented'}.`, operation.id);
  }
  const call = { ...asked, parameters, me: me ?? NOBODY };
  // The parameters and the body have just been validated against the spec that the handler's types come from.
  return serve(chat, call as Call<never, never>);
}

function assertDocumented(chat: Chat, { id }: Operation, { status, body }: Answer): void {
  const wrong = violationsOfAnswer(chat.spec, id, status, body).map((violation) => violation.says);
  if (wrong.length > 0)
    throw new Error(`The answer ${status} to "${id}" is not as documented: ${wrong.join('; ')}.`);
}

export function write(reply: FastifyReply, { status, headers = {}, body }: Answer): FastifyReply {
  reply.code(status).headers(headers);
  if (body === undefined || Buffer.isBuffer(body)) return reply.send(body);
  if (typeof body === 'string') return reply.type('text/html; charset=utf-8').headers(headers).send(body);
  return reply.type('application/json').send(JSON.stringify(body));
}
