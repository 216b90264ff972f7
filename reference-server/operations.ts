// Mounts every operation of the OpenAPI document with the handler that the dialect has for it.
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Operation } from '../specs/kit/dialect.ts';
import { violationsOfRequest } from '../specs/kit/validate.ts';
import type { Chat } from './chat.ts';
import type { Answer, Call, OperationServer } from './dialect-server.ts';
import { objection } from './limits.ts';
import { headOf, partsOf, typed } from './requests.ts';
import type { Person } from './store/changes.ts';

export function mountOperations(app: FastifyInstance, chat: Chat): void {
  for (const [operation, serve] of handled('operation', chat.spec.operations, chat.dialect.operations)) {
    app.route({
      method: operation.method,
      url: operation.path.replace(/\{(\w+)\}/g, ':$1'),
      handler: async (request, reply) => {
        chat.counters.requests += 1;
        const head = headOf(request);
        const me = chat.seams.identify(await chat.dialect.who(chat, head), head, operation.id);
        const sent = request.isMultipart() ? await partsOf(request) : { body: request.body, files: [] };
        const answer = carryOut(chat, operation, serve, { ...head, me, ...sent });
        return respond(chat, reply, await chat.seams.response(answer, operation.id, head));
      },
    });
  }
}

/** Each entry of a document with its handler: none is without one, and there are no others. */
export function handled<Entry extends { id: string }, Handler>(
  kind: string,
  entries: Entry[],
  handlers: Record<string, Handler>,
): [Entry, Handler][] {
  const extra = Object.keys(handlers).find((id) => !entries.some((entry) => entry.id === id));
  if (extra !== undefined)
    throw new Error(`The ${kind} "${extra}" has a handler and is not documented: remove it.`);
  return entries.map((entry) => {
    const handler = handlers[entry.id];
    if (handler !== undefined) return [entry, handler];
    throw new Error(`The ${kind} "${entry.id}" is documented and has no handler: add it.`);
  });
}

/** A refusal in the dialect's own form. */
export function refusal(chat: Chat, status: number, says: string, operation?: string): Answer {
  return chat.dialect.refuse?.(status, says, operation) ?? { status, body: { detail: says } };
}

/** Sends what an answer has become at the seams. */
export async function respond(chat: Chat, reply: FastifyReply, answer: Answer): Promise<FastifyReply> {
  if (chat.latency > 0) await wait(chat.latency);
  return write(reply, answer);
}

/** Who asks for an operation that isn't secured, and whose handler therefore can't ask who it is. */
const NOBODY: Person = { id: 0, uuid: '', username: '', email: '', phone: '' };

type Asked = Omit<Call<object, unknown>, 'me'> & { me: Person | undefined };

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

export function write(reply: FastifyReply, { status, headers = {}, body }: Answer): FastifyReply {
  if (status === 0) {
    reply.request.raw.socket.destroy();
    return reply.hijack();
  }
  reply.code(status).headers(headers);
  if (body === undefined || Buffer.isBuffer(body)) return reply.send(body);
  if (typeof body === 'string') return reply.type('text/html; charset=utf-8').headers(headers).send(body);
  return reply.type('application/json').send(JSON.stringify(body));
}
