// Mounts every channel of the AsyncAPI document with the handlers that the dialect has for it.
import websocket from '@fastify/websocket';
import type { FastifyInstance } from 'fastify';
import { matchFrame } from '../specs/kit/validate.ts';
import type { Chat } from './chat.ts';
import { Connection } from './connection.ts';
import type { ChannelServer, Entry, Head, Refused } from './dialect-server.ts';
import type { Handshake } from './fault-kit/faults.ts';
import { objection } from './limits.ts';
import { handled, refusal, write } from './operations.ts';
import { headOf } from './requests.ts';
import type { Person } from './store/changes.ts';

export async function mountChannels(app: FastifyInstance, chat: Chat): Promise<void> {
  const admissions = new WeakMap<object, Admission>();
  const options = {
    maxPayload: chat.limits.frameBytes,
    perMessageDeflate: false,
    // Nobody can drag out a closing handshake.
    closeTimeout: chat.limits.closingMs,
    handleProtocols: (_offered: unknown, request: object) =>
      admissions.get(request)?.handshake.protocol ?? false,
  };
  // ws closes by itself, with the code that fits: 1009 for too big, 1007 for not UTF-8, 1002 for the rest.
  await app.register(websocket, { options, errorHandler: () => {}, preClose: () => closeSockets(app, chat) });
  const channels = handled('channel', chat.spec.channels, chat.dialect.channels);
  for (const [{ id, address, fromClient }, server] of channels) {
    handled(`channel "${id}"'s frame`, fromClient, server.frames);
    const [path = ''] = address.split('?');
    app.get(
      path.replace(/\{(\w+)\}/g, ':$1'),
      {
        websocket: true,
        preValidation: async (request, reply) => {
          if (!request.ws) return undefined;
          const admission = await admit(chat, id, server, headOf(request));
          const { handshake, entry } = admission;
          admissions.set(request.raw, admission);
          if (handshake.status === 101) return undefined;
          chat.counters.refusedUpgrades += 1;
          const says = 'status' in entry ? entry.says : 'Refused.';
          return write(reply, refusal(chat, handshake.status, says));
        },
      },
      (socket, { raw }) => {
        const admission = admissions.get(raw);
        if (admission === undefined) return;
        const { handshake, head, me, entry } = admission;
        if (me !== undefined && !('status' in entry))
          attach(chat, server, new Connection(chat, id, { socket, tcp: raw.socket, head, me, entry }));
        if (handshake.closeWith === undefined) return;
        chat.store.database.commit();
        socket.close(handshake.closeWith);
      },
    );
  }
}

// Also those that are no chat connections: the page's, and those that a fault let in.
async function closeSockets(app: FastifyInstance, chat: Chat): Promise<void> {
  chat.store.database.commit();
  // An upgrade that comes now is a request like any other, and one that is on its way is refused.
  app.server.removeAllListeners('upgrade');
  const closed = new Promise((resolve) => app.websocketServer.close(resolve));
  for (const socket of app.websocketServer.clients) socket.close(1001, 'The server stops.');
  await closed;
}

/** What was decided about a handshake before it is answered. */
interface Admission {
  handshake: Handshake;
  head: Head;
  me: Person | undefined;
  entry: Entry | Refused;
}

async function admit(chat: Chat, channel: string, server: ChannelServer, head: Head): Promise<Admission> {
  chat.counters.upgrades += 1;
  const me = chat.seams.identify(await chat.dialect.who(chat, head), head, channel);
  chat.seams.cause = { channel, ...(me && { by: me }) };
  const entry = enter(chat, server, head, me);
  const status = 'status' in entry ? entry.status : 101;
  const protocol = 'status' in entry ? undefined : chat.dialect.protocol?.(head.protocols);
  return { handshake: chat.seams.upgrade({ status, protocol }, head, channel), head, me, entry };
}

function enter(chat: Chat, server: ChannelServer, head: Head, me: Person | undefined): Entry | Refused {
  if (me === undefined) return { status: 401, says: 'A valid token is needed.' };
  if (chat.hub.connections.length >= chat.limits.connections)
    return { status: 503, says: 'Too many connections are open.' };
  return server.enter(chat, head, me);
}

/** From the first to the last moment of one open socket. */
function attach(chat: Chat, server: ChannelServer, connection: Connection): void {
  const { socket } = connection;
  chat.seams.visit(connection);
  chat.hub.add(connection);
  socket.on('message', (data, isBinary) => {
    chat.counters.framesIn += 1;
    connection.attempt(() => receive(chat, server, connection, isBinary ? undefined : data.toString()));
  });
  socket.on('close', () => {
    connection.attempt(() => {
      chat.hub.remove(connection);
      server.closed?.(chat, connection);
    });
  });
  connection.attempt(() => server.opened?.(chat, connection));
}

function receive(chat: Chat, server: ChannelServer, connection: Connection, text: string | undefined): void {
  const parsed = text === undefined ? undefined : parse(text);
  const frame = chat.seams.incoming(parsed, connection);
  if (frame === null && parsed !== null) return;
  chat.seams.cause.input = frame;
  const match = matchFrame(chat.spec, connection.channel, 'fromClient', frame);
  const wrong =
    text === undefined ? 'A binary frame came, a text is documented' : problemWith(chat, frame, match);
  const fits = chat.seams.decide('fits', wrong === undefined, { about: frame ?? text });
  if (!fits || match === undefined) {
    connection.complain(`${wrong ?? 'The frame is not as documented'}.`, frame);
    return;
  }
  // The frame has just been validated against the schema that the handler's type comes from.
  server.frames[match.message.id]?.(chat, connection, frame as never);
}

function problemWith(chat: Chat, frame: unknown, match: ReturnType<typeof matchFrame>): string | undefined {
  if (frame === undefined) return 'The frame is not JSON';
  if (match === undefined) return 'No documented frame looks like this';
  return match.violations[0]?.says ?? objection(chat, frame);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
