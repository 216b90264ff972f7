import { randomBytes } from 'node:crypto';
import multipart from '@fastify/multipart';
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import type { DialectName } from '../specs/kit/dialect.ts';
import { mountChannels } from './channels.ts';
import { assemble, type Chat, type ChatOptions } from './chat.ts';
import { mountControl } from './control/control.ts';
import { type Provision, type Provisioned, provision } from './control/provision.ts';
import type { FaultChoice } from './fault-kit/fault-files.ts';
import type { Seams } from './fault-kit/seams.ts';
import { watchIdle } from './idle.ts';
import { mountMedia } from './media.ts';
import { mountOperations, refusal, write } from './operations.ts';
import { mountPage } from './page/page.ts';
import { mountRelay } from './page/relay.ts';
import { parseJson } from './requests.ts';

export interface ServeOptions extends ChatOptions {
  /** 0, which is the default, for any. */
  port?: number;
  host?: string;
  faults?: FaultChoice[];
  /** Offers /_control/*, to whoever has its secret. */
  control?: boolean;
}

export interface RunningServer {
  dialect: DialectName;
  /** "http://127.0.0.1:PORT" */
  http: string;
  /** "ws://127.0.0.1:PORT" */
  ws: string;
  control?: { url: string; secret: string };
  provision(request: Partial<Provision>): Promise<Provisioned>;
  faults: Pick<Seams, 'on' | 'off'>;
  /** The inside, for tests. */
  chat: Chat;
  /** Closes every socket with 1001 and stops. */
  close(): Promise<void>;
}

/** Runs the reference server of one dialect. */
export async function serve(name: DialectName, options: ServeOptions = {}): Promise<RunningServer> {
  const errors: unknown[] = [];
  const { host = '127.0.0.1', port = 0, onError = (error: unknown) => errors.push(error) } = options;
  const chat = await assemble(name, { ...options, onError });
  for (const { name: fault, rate } of options.faults ?? []) await chat.seams.on(fault, rate);
  const secret = options.control ? randomBytes(16).toString('hex') : undefined;
  const app = await mount(chat, secret);
  const { host: address } = new URL(await app.listen({ host, port }));
  const stopWatching = watchIdle(app.websocketServer.clients, chat.limits.idleMs);
  return {
    dialect: name,
    http: `http://${address}`,
    ws: `ws://${address}`,
    ...(secret && { control: { url: `http://${address}/_control`, secret } }),
    provision: (request) => provision(chat, request),
    faults: chat.seams,
    chat,
    async close() {
      stopWatching();
      chat.seams.off();
      // Who never finishes a request, or is never answered, can't drag this out.
      const late = setInterval(() => app.server.closeAllConnections(), chat.limits.closingMs);
      await app.close();
      clearInterval(late);
      chat.store.database.close();
      if (errors.length > 0)
        throw new AggregateError(errors, `The server of "${name}" had errors: ${errors.join('; ')}`);
    },
  };
}

async function mount(chat: Chat, secret: string | undefined): Promise<FastifyInstance> {
  const answerError = (error: FastifyError, _request: FastifyRequest, reply: FastifyReply) => {
    const { statusCode = 500, message } = error;
    if (statusCode < 500) return write(reply, refusal(chat, statusCode, message));
    chat.report(error);
    return write(reply, refusal(chat, 500, 'The server has a fault.'));
  };
  const app = Fastify({
    bodyLimit: chat.limits.bodyBytes,
    exposeHeadRoutes: false,
    // As long as an address can be: what is wrong with an overlong id is for the dialect to say.
    routerOptions: { maxParamLength: 16_384 },
    frameworkErrors: answerError,
  });
  app.setErrorHandler(answerError);
  app.setNotFoundHandler((_request, reply) =>
    write(reply, refusal(chat, 404, 'There is nothing at this address.')),
  );
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, parseJson);
  await app.register(multipart, {
    limits: { fileSize: chat.limits.uploadBytes, files: 4, fields: 20, fieldSize: chat.limits.bodyBytes },
  });
  // Whatever an answer acknowledges has to be committed first.
  app.addHook('onSend', async () => chat.store.database.commit());
  await mountChannels(app, chat);
  mountOperations(app, chat);
  mountMedia(app, chat);
  chat.dialect.mount?.(app, chat);
  await mountPage(app, chat, secret !== undefined);
  if (secret !== undefined) {
    mountControl(app, chat, secret);
    mountRelay(app, chat, secret);
  }
  return app;
}
