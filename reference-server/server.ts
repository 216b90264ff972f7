import { randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import multipart from '@fastify/multipart';
import websocket from '@fastify/websocket';
import Fastify, { type FastifyError, type FastifyInstance, type FastifyRequest } from 'fastify';
import type { DialectName } from '../specs/kit/dialect.ts';
import { UsageError } from '../specs/kit/errors.ts';
import { mountChannels } from './channels.ts';
import { assemble, type Chat, type ChatOptions } from './chat.ts';
import { closeSocket } from './connection.ts';
import { mountControl } from './control/control.ts';
import { type Provision, type Provisioned, provision } from './control/provision.ts';
import { loadDialectServer } from './dialect-files.ts';
import type { FaultChoice } from './fault-kit/fault-files.ts';
import type { Behaviour } from './fault-kit/faults.ts';
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
  /** Offers /_control/*, with this secret or with a random one. */
  control?: boolean | string;
  /** Hears of errors of the server itself; without it, close() throws them. */
  onError?: (error: unknown) => void;
}

export interface RunningServer {
  dialect: DialectName;
  /** "http://127.0.0.1:PORT" */
  http: string;
  /** "ws://127.0.0.1:PORT" */
  ws: string;
  control?: { url: string; secret: string };
  provision(request: Partial<Provision>): Promise<Provisioned>;
  faults: {
    /** By name, or one that no file holds. */
    on(fault: string | Behaviour, rate?: number): Promise<void>;
    off(name?: string): void;
  };
  /** The inside, for tests. */
  chat: Chat;
  /** Closes every socket with 1001 and stops. */
  close(): Promise<void>;
}

/** Runs the reference server of one dialect. */
export async function serve(name: DialectName, options: ServeOptions = {}): Promise<RunningServer> {
  const errors: unknown[] = [];
  const dialect = await loadDialectServer(name);
  const chat = assemble(name, dialect, options, (error) => {
    chat.counters.errors += 1;
    if (options.onError === undefined) errors.push(error);
    else options.onError(error);
  });
  for (const { name: fault, rate } of options.faults ?? []) await chat.seams.switchOn(fault, rate);
  const secret = typeof options.control === 'string' ? options.control : randomBytes(16).toString('hex');
  const app = await mount(chat, options.control ? secret : undefined);
  const connections = new Set<Socket>();
  app.server.on('connection', (connection: Socket) => {
    connections.add(connection);
    connection.once('close', () => connections.delete(connection));
  });
  const host = options.host ?? '127.0.0.1';
  const address = await listen(app, host, options.port ?? 0);
  const stopWatching = watchIdle(app.websocketServer.clients, chat.limits.idleMs);
  return {
    dialect: name,
    http: `http://${address}`,
    ws: `ws://${address}`,
    ...(options.control && { control: { url: `http://${address}/_control`, secret } }),
    provision: (request) => provision(chat, request),
    faults: {
      on: (fault, rate) => chat.seams.switchOn(fault, rate),
      off: (fault) => (fault === undefined ? chat.seams.switchAllOff() : chat.seams.switchOff(fault)),
    },
    chat,
    async close() {
      stopWatching();
      chat.seams.switchAllOff();
      // Connections that never carry a request, or an upgrade that was on its way, can't drag this out either.
      const late = setInterval(() => {
        for (const connection of connections) connection.destroy();
      }, chat.limits.closingMs);
      await app.close();
      clearInterval(late);
      chat.store.database.close();
      if (errors.length > 0)
        throw new AggregateError(errors, `The server of "${name}" had errors: ${errors.join('; ')}`);
    },
  };
}

async function mount(chat: Chat, secret: string | undefined): Promise<FastifyInstance> {
  const { limits } = chat;
  const app = Fastify({
    bodyLimit: limits.bodyBytes,
    exposeHeadRoutes: false,
    // As long as an address can be: what is wrong with an overlong id is for the dialect to say.
    routerOptions: { maxParamLength: 16_384 },
    frameworkErrors: ({ statusCode = 500, message }, _request, reply) => {
      write(reply, refusal(chat, statusCode, message));
    },
  });
  let protocolOf: (request: object) => string | false = () => false;
  const json = async (_request: FastifyRequest, bytes: Buffer) => parseJson(bytes);
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, json);
  await app.register(multipart, {
    limits: { fileSize: limits.uploadBytes, files: 4, fields: 20, fieldSize: limits.bodyBytes },
  });
  await app.register(websocket, {
    options: {
      maxPayload: limits.frameBytes,
      perMessageDeflate: false,
      handleProtocols: (_offered, request) => protocolOf(request),
    },
    // ws closes by itself, with the code that fits: 1009 for too big, 1007 for not UTF-8, 1002 for the rest.
    errorHandler: () => {},
    preClose: () => closeSockets(app, chat),
  });
  app.setNotFoundHandler((_request, reply) =>
    write(reply, refusal(chat, 404, 'There is nothing at this address.')),
  );
  app.setErrorHandler<FastifyError>((error, _request, reply) => {
    const { statusCode = 500, message } = error;
    if (statusCode < 500) return write(reply, refusal(chat, statusCode, message));
    chat.report(error);
    return write(reply, refusal(chat, 500, 'The server has a fault.'));
  });
  // Whatever an answer acknowledges has to be committed first.
  app.addHook('onSend', async () => chat.store.database.commit());
  mountOperations(app, chat);
  protocolOf = mountChannels(app, chat);
  mountMedia(app, chat);
  chat.dialect.mount?.(app, chat);
  await mountPage(app, chat, secret !== undefined);
  if (secret !== undefined) {
    mountControl(app, chat, secret);
    mountRelay(app, chat, secret);
  }
  return app;
}

// Also those that are no chat connections: the page's, and those that a fault let in.
async function closeSockets(app: FastifyInstance, { limits, store }: Chat): Promise<void> {
  store.database.commit();
  const open = [...app.websocketServer.clients].filter((socket) => socket.readyState !== socket.CLOSED);
  const closed = open.map((socket) => new Promise((resolve) => socket.once('close', resolve)));
  for (const socket of open) closeSocket(socket, 1001, 'The server stops.', limits.closingMs);
  await Promise.all(closed);
}

async function listen(app: FastifyInstance, host: string, port: number): Promise<string> {
  try {
    const url = new URL(await app.listen({ host, port }));
    return url.host;
  } catch (error) {
    await app.close();
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const where = `Port ${port} on ${host}`;
    const wrongHost = `The host "${host}" is not an address of this machine: give --host 127.0.0.1.`;
    if (code === 'EADDRINUSE')
      throw new UsageError(`${where} is taken: give --port another number, or 0 for any.`);
    if (code === 'EACCES')
      throw new UsageError(`${where} may not be used: give --port a number above 1023, or 0 for any.`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') throw new UsageError(wrongHost);
    throw error;
  }
}
