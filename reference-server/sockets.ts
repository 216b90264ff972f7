import type { RawData } from 'ws';
import { matchFrame } from '../specs/kit/validate.ts';
import type { Chat } from './chat.ts';
import type { Connection } from './connection.ts';
import type { ChannelServer } from './dialect-server.ts';
import { objection } from './limits.ts';

/** From the first to the last moment of one open socket. */
export function attach(chat: Chat, server: ChannelServer, connection: Connection): void {
  const { socket } = connection;
  chat.seams.visit(connection);
  chat.hub.add(connection);
  socket.on('message', (data: RawData, isBinary: boolean) => {
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
