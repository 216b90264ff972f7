// The control plane: the only part that no document describes, off unless it is asked for.
import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { compile } from '../../specs/kit/compile.ts';
import type { JsonSchema } from '../../specs/kit/dialect.ts';
import { UsageError } from '../../specs/kit/errors.ts';
import type { Chat } from '../chat.ts';
import { faultsOf } from '../fault-kit/fault-files.ts';
import { mint, TOKEN_KINDS, type TokenKind } from './mint.ts';
import { provision } from './provision.ts';

export const SECRET_HEADER = 'x-control-secret';

interface FaultSwitch {
  on?: { name: string; rate?: number }[];
  off?: string[] | 'all';
}

export function mountControl(app: FastifyInstance, chat: Chat, secret: string): void {
  app.register(
    async (control) => {
      control.setValidatorCompiler<JsonSchema>(({ schema }) => compile(schema));
      control.addHook('onRequest', async (request, reply) => {
        if (isSame(request.headers[SECRET_HEADER], secret)) return;
        await reply.code(401).send({
          error: `The header ${SECRET_HEADER} has to carry the secret that the server printed or wrote.`,
        });
      });
      control.setErrorHandler((error, _request, reply) => {
        const wrongInput =
          error instanceof UsageError ||
          (error instanceof Error && ('statusCode' in error || 'validation' in error));
        if (!wrongInput) chat.report(error);
        return reply
          .code(wrongInput ? 400 : 500)
          .send({ error: error instanceof Error ? error.message : 'Unknown.' });
      });

      control.post<{ Body: Parameters<typeof provision>[1] }>(
        '/provision',
        { schema: { body: PROVISION } },
        (request) => provision(chat, request.body),
      );

      control.post<{ Body: { id: number | string; kind?: TokenKind; lifetime?: number } }>(
        '/tokens',
        { schema: { body: TOKEN } },
        async ({ body: { id, kind, lifetime } }, reply) => {
          const person = typeof id === 'number' ? chat.people.by('id', id) : chat.people.by('uuid', id);
          if (person === undefined)
            return reply.code(404).send({ error: `There is no person with the id ${JSON.stringify(id)}.` });
          return { token: await mint(chat, person, kind, lifetime) };
        },
      );

      control.get('/faults', async () => ({
        on: chat.seams.active(),
        all: (await faultsOf(chat.spec.name)).map(({ name, kind, says, breaks, sometimes }) => {
          return { name, kind, says, breaks, sometimes };
        }),
      }));

      control.put<{ Body: FaultSwitch }>(
        '/faults',
        { schema: { body: FAULTS } },
        async ({ body: { on = [], off = [] } }) => {
          if (off === 'all') chat.seams.faultsOff();
          else for (const name of off) chat.seams.off(name);
          for (const { name, rate } of on) await chat.seams.on(name, rate);
          return { on: chat.seams.active() };
        },
      );

      control.post<{ Body: { forward: number } }>('/clock', { schema: { body: CLOCK } }, async ({ body }) => {
        chat.clock.forward(body.forward);
        return { now: new Date(chat.clock.now() / 1000).toISOString() };
      });

      control.get('/counters', async () => ({
        ...chat.counters,
        connections: chat.hub.connections.length,
        faults: chat.seams.active(),
      }));

      control.post('/reset', async () => {
        for (const connection of chat.hub.connections) connection.close(1001, 'The server is reset.');
        chat.seams.reset();
        chat.clock.reset();
        forget(chat);
        return { reset: true };
      });
    },
    { prefix: '/_control' },
  );
}

// Messages, members and uploads go with their people and conversations; other dialects in the same file stay.
function forget({ store: { database, dialect } }: Chat): void {
  database.transaction(() => {
    database.run('delete from conversations where dialect = ?', dialect);
    database.run('delete from people where dialect = ?', dialect);
    database.run('delete from uploads where owner is null');
  });
}

export function isSame(given: unknown, secret: string): boolean {
  const [one, other] = [Buffer.from(String(given)), Buffer.from(secret)];
  return one.length === other.length && timingSafeEqual(one, other);
}

const PERIOD: JsonSchema = { type: 'integer', minimum: 1 };
const KEYS: JsonSchema = { type: 'array', items: { type: 'string' } };
const GROUP = body({ members: KEYS, admins: KEYS }, ['members']);
const SWITCH = body({ name: { type: 'string' }, rate: { type: 'number', minimum: 0, maximum: 1 } }, ['name']);
const PROVISION = body({
  people: { type: 'integer', minimum: 0, maximum: 100_000 },
  rooms: { type: 'array', items: KEYS },
  groups: { type: 'array', items: GROUP },
  lifetime: PERIOD,
});
const TOKEN = body(
  { id: { type: ['integer', 'string'] }, kind: { enum: [...TOKEN_KINDS] }, lifetime: PERIOD },
  ['id'],
);
const FAULTS = body({ on: { type: 'array', items: SWITCH }, off: { anyOf: [{ const: 'all' }, KEYS] } });
const CLOCK = body({ forward: { type: 'number', minimum: 0 } }, ['forward']);

function body(properties: Record<string, JsonSchema>, required: string[] = []): JsonSchema {
  return { type: 'object', properties, required };
}
