import type { FastifyRequest } from 'fastify';
import type { Channel } from '../specs/kit/dialect.ts';
import type { Chat } from './chat.ts';
import { type ChannelServer, type Entry, type Head, isRefused } from './dialect-server.ts';
import type { Handshake } from './fault-kit/faults.ts';
import { headOf } from './requests.ts';
import type { Person } from './store/changes.ts';

export interface Admitted {
  head: Head;
  me: Person;
  entry: Entry;
}

export interface Admission {
  handshake: Handshake;
  /** Why the handshake is refused. */
  because?: string | undefined;
  admitted?: Admitted | undefined;
}

/** Decides about a handshake before it is answered. */
export async function admit(
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
