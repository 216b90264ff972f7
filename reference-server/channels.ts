// Mounts every channel of the AsyncAPI document with the handlers that the dialect has for it.
import type { FastifyInstance } from 'fastify';
import type { Channel } from '../specs/kit/dialect.ts';
import type { Chat } from './chat.ts';
import type { ChannelServer } from './dialect-server.ts';
import { refusal, write } from './operations.ts';
import { attach } from './sockets.ts';
import { type Admission, admit } from './upgrades.ts';

/** Gives the subprotocol for each upgrade, which is decided before the handshake is answered. */
export function mountChannels(app: FastifyInstance, chat: Chat): (request: object) => string | false {
  const admissions = new WeakMap<object, Admission>();
  for (const channel of chat.spec.channels) {
    const server = serverOf(chat, channel);
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
          request.raw.socket.destroy();
          return reply.hijack();
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
  for (const id of Object.keys(chat.dialect.channels)) {
    if (chat.spec.channels.some((channel) => channel.id === id)) continue;
    throw new Error(
      `The dialect "${chat.spec.name}" handles the channel "${id}", which its AsyncAPI document doesn't have.`,
    );
  }
  return (request) => admissions.get(request)?.handshake.protocol ?? false;
}

function serverOf(chat: Chat, channel: Channel): ChannelServer {
  const server = chat.dialect.channels[channel.id];
  const where = `The dialect "${chat.spec.name}"`;
  if (server === undefined) throw new Error(`${where} has no handlers for the channel "${channel.id}".`);
  const documented = channel.fromClient.map((message) => message.id);
  const missing = documented.find((id) => server.frames[id] === undefined);
  if (missing !== undefined) {
    throw new Error(`${where} has no handler for "${missing}" on the channel "${channel.id}".`);
  }
  const extra = Object.keys(server.frames).find((id) => !documented.includes(id));
  if (extra === undefined) return server;
  throw new Error(
    `${where} handles "${extra}" on the channel "${channel.id}", whose AsyncAPI document doesn't have it.`,
  );
}
