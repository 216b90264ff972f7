// Mounts every channel of the AsyncAPI document with the handlers that the dialect has for it.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Channel } from '../specs/kit/dialect.ts';
import type { Chat } from './chat.ts';
import { type ChannelServer, type Entry, type Head, isRefused } from './dialect-server.ts';
import type { Handshake } from './fault-kit/faults.ts';
import { assertHandled, hangUp, refusal, write } from './operations.ts';
import { headOf } from './requests.ts';
import { attach } from './sockets.ts';
import type { Person } from './store/changes.ts';

/** Gives the subprotocol for each upgrade, which is decided before the handshake is answered. */
export function mountChannels(app: FastifyInstance, chat: Chat): (request: object) => string | false {
  const documented = chat.spec.channels.map((channel) => channel.id);
  assertHandled('channel', documented, chat.dialect.channels);
  const admissions = new WeakMap<object, Admission>();
  for (const channel of chat.spec.channels) {
    const server = chat.dialect.channels[channel.id];
    if (server === undefined) continue;
    const messages = channel.fromClient.map((message) => message.id);
    assertHandled(`channel "${channel.id}"'s frame`, messages, server.frames);
    const [path = ''] = channel.address.split('?');
    app.get(
      path.replace(/\{(\w+)\}/g, ':$1'),
      {
        websocket: true,
        preValidation: async (request, reply) => {
          if (!request.ws) return undefined;
          const admission = await admit(chat, channel, server, request);
          const { status } = admission.handshake;
          admissions.set(request.raw, admission);
          if (status === 101) return undefined;
          chat.counters.refusedUpgrades += 1;
          if (status !== 0) return write(reply, refusal(chat, status, admission.because ?? 'Refused.'));
          return hangUp(reply);
        },
      },
      (socket, request) => {
        const admission = admissions.get(request.raw);
        const ends = { socket, tcp: request.raw.socket };
        if (admission?.admitted !== undefined) attach(chat, channel, server, ends, admission.admitted);
        const { closeWith } = admission?.handshake ?? {};
        if (closeWith === undefined) return;
        chat.outbox.flush();
        socket.close(closeWith);
      },
    );
  }
  return (request) => admissions.get(request)?.handshake.protocol ?? false;
}

export interface Admitted {
  head: Head;
  me: Person;
  entry: Entry;
}

interface Admission {
  handshake: Handshake;
  /** Why the handshake is refused. */
  because?: string | undefined;
  admitted?: Admitted | undefined;
}

/** Decides about a handshake before it is answered. */
async function admit(
  chat: Chat,
  channel: Channel,
  server: ChannelServer,
  request: FastifyRequest,
): Promise<Admission> {
  chat.counters.upgrades += 1;
  const head = headOf(request);
  const me = chat.seams.identify(await chat.dialect.who(chat, head), head, channel.id);
  chat.seams.cause = { channel: channel.id, ...(me && { by: me }) };
  const entry = enter(chat, server, head, me);
  const isIn = me !== undefined && !isRefused(entry);
  const status = isRefused(entry) ? entry.status : 101;
  const protocol = isIn ? chat.dialect.protocol?.(head.protocols) : undefined;
  return {
    handshake: chat.seams.upgrade({ status, protocol }, head, channel.id),
    because: isRefused(entry) ? entry.says : undefined,
    admitted: isIn ? { head, me, entry } : undefined,
  };
}

function enter(chat: Chat, server: ChannelServer, head: Head, me: Person | undefined) {
  if (me === undefined) return { status: 401, says: 'A valid token is needed.' };
  if (chat.hub.size >= chat.limits.connections)
    return { status: 503, says: 'Too many connections are open.' };
  return server.enter(chat, head, me);
}
