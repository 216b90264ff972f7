// Mounts every channel of the AsyncAPI document with the handlers that the dialect has for it.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { RawData, WebSocket } from 'ws';
import type { Channel } from '../specs/kit/dialect.ts';
import { matchFrame } from '../specs/kit/validate.ts';
import type { Chat } from './chat.ts';
import { Connection } from './connection.ts';
import { type Answer, type ChannelServer, type Entry, type Head, isAnswer } from './dialect-server.ts';
import type { Handshake } from './faults.ts';
import { unstorable } from './limits.ts';
import { refusal, write } from './operations.ts';
import { headOf } from './requests.ts';
import type { Person } from './store/changes.ts';

interface Admitted {
  head: Head;
  me: Person;
  entry: Entry;
  handshake: Handshake;
}

/** Gives the subprotocol for each upgrade, which is decided before the handshake is answered. */
export function mountChannels(app: FastifyInstance, chat: Chat): (request: object) => string | false {
  const admitted = new WeakMap<object, Admitted>();
  for (const channel of chat.spec.channels) {
    const server = serverOf(chat, channel);
    app.get(
      pathOf(channel),
      {
        websocket: true,
        preValidation: async (request, reply) => {
          if (!request.ws) return;
          const answer = await admit(chat, channel, server, request);
          if (isRefusal(answer)) {
            chat.counters.refusedUpgrades += 1;
            return write(reply, answer);
          }
          admitted.set(request.raw, answer);
          return undefined;
        },
      },
      (socket, request) => {
        const admission = admitted.get(request.raw);
        if (admission !== undefined) attach(chat, channel, server, socket, admission);
      },
    );
  }
  for (const id of Object.keys(chat.dialect.channels)) {
    if (chat.spec.channels.some((channel) => channel.id === id)) continue;
    throw new Error(
      `The dialect "${chat.spec.name}" handles the channel "${id}", which its AsyncAPI document doesn't have.`,
    );
  }
  return (request) => admitted.get(request)?.handshake.protocol ?? false;
}

async function admit(
  chat: Chat,
  channel: Channel,
  server: ChannelServer,
  request: FastifyRequest,
): Promise<Admitted | Answer> {
  chat.counters.upgrades += 1;
  const head = headOf(request);
  const me = await chat.dialect.who(chat, head);
  chat.seams.cause = { channel: channel.id, ...(me && { by: me }) };
  if (me === undefined) return refusal(chat, 401, 'A valid token is needed.');
  if (chat.hub.size >= chat.limits.connections) return refusal(chat, 503, 'Too many connections are open.');
  const entry = server.enter(chat, head, me);
  if (isAnswer(entry)) return entry;
  const protocol = chat.dialect.protocol?.(head.protocols);
  const handshake = chat.seams.upgrade({ status: 101, protocol }, head, channel.id);
  if (handshake.status !== 101) return refusal(chat, handshake.status, 'The handshake was refused.');
  return { head, me, entry, handshake };
}

function attach(
  chat: Chat,
  channel: Channel,
  server: ChannelServer,
  socket: WebSocket,
  { head, me, entry, handshake }: Admitted,
): void {
  const address = head.url.replace(/([?&])token=[^&]*/g, '$1');
  const { topics, conversation } = entry;
  const connection = new Connection(chat, {
    socket,
    channel: channel.id,
    address,
    head,
    me,
    topics,
    conversation,
  });
  const busyWith = (input?: unknown) => {
    chat.seams.cause = { by: me, connection, channel: channel.id, input };
  };
  chat.hub.add(connection);
  socket.on('message', (data: RawData, isBinary: boolean) => {
    chat.counters.framesIn += 1;
    guarded(chat, connection, () => {
      busyWith();
      receive(chat, server, connection, isBinary ? undefined : data.toString(), busyWith);
    });
  });
  socket.on('close', () => {
    chat.hub.remove(connection);
    guarded(chat, connection, () => {
      busyWith();
      server.closed?.(chat, connection);
    });
  });
  guarded(chat, connection, () => {
    busyWith();
    server.opened?.(chat, connection);
  });
  if (handshake.closeWith !== undefined) connection.close(handshake.closeWith, '');
}

function receive(
  chat: Chat,
  server: ChannelServer,
  connection: Connection,
  text: string | undefined,
  busyWith: (input: unknown) => void,
): void {
  const parsed = text === undefined ? undefined : parse(text);
  if (parsed === undefined) {
    connection.complain(
      text === undefined ? 'A binary frame came; text is documented.' : 'The frame is not JSON.',
      undefined,
    );
    return;
  }
  const frame = chat.seams.incoming(parsed, connection);
  if (frame === null && parsed !== null) return;
  busyWith(frame);
  const match = matchFrame(chat.spec, connection.channel, 'fromClient', frame);
  const wrong =
    match === undefined
      ? 'No documented frame looks like this'
      : (match.violations[0]?.says ?? unstorable(frame));
  const { me: person, channel } = connection;
  const fits = chat.seams.decide('fits', wrong === undefined, { person, connection, channel, about: frame });
  if (!fits || match === undefined) {
    connection.complain(`${wrong ?? 'The frame is not as documented'}.`, frame);
    return;
  }
  // The frame has just been validated against the schema that the handler's type comes from.
  server.frames[match.message.id]?.(chat, connection, frame as never);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

// An error of the server costs the client whose frame it was its socket, and nobody else anything.
function guarded(chat: Chat, connection: Connection, work: () => void): void {
  try {
    work();
  } catch (error) {
    chat.report(error);
    connection.close(1011, 'The server has a fault.');
  }
}

function serverOf(chat: Chat, channel: Channel): ChannelServer {
  const server = chat.dialect.channels[channel.id];
  const where = `The dialect "${chat.spec.name}"`;
  if (server === undefined) throw new Error(`${where} has no handlers for the channel "${channel.id}".`);
  const documented = channel.fromClient.map((message) => message.id);
  const missing = documented.find((id) => server.frames[id] === undefined);
  if (missing !== undefined)
    throw new Error(`${where} has no handler for "${missing}" on the channel "${channel.id}".`);
  const extra = Object.keys(server.frames).find((id) => !documented.includes(id));
  if (extra === undefined) return server;
  throw new Error(
    `${where} handles "${extra}" on the channel "${channel.id}", whose AsyncAPI document doesn't have it.`,
  );
}

function pathOf(channel: Channel): string {
  const [path = ''] = channel.address.split('?');
  return path.replace(/\{(\w+)\}/g, ':$1');
}

function isRefusal(value: Admitted | Answer): value is Answer {
  return !('entry' in value);
}
