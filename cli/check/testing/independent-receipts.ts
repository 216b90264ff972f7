// A receipts server of its own, written from the document alone and sharing nothing with the reference server: what a
// team's server may look like. Each deviation is one bug that such a team could have.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';

/** Each bug, and the requirement that it breaks. */
export const deviations = {
  'the history is the oldest 50': 'receipts.history.the-newest-50',
  'the history begins with the oldest': 'receipts.history.newest-first',
  'the history is not limited': 'receipts.history.at-most-50',
  'the sender hears no echo': 'receipts.delivery.reaches-the-sender',
  'only the first socket of a person hears': 'receipts.delivery.reaches-every-socket',
  'everybody may edit': 'receipts.access.edit-by-other-member',
  'a deletion is not announced': 'receipts.delete.announced-to-the-room',
  'an edit is announced but not stored': 'receipts.edit.stored',
  'everything is read at once': 'receipts.status.not-read-while-offline',
  'outsiders may enter': 'receipts.access.non-member-closes',
  'tokens are not looked at': 'receipts.auth.socket-garbage-token',
  'texts are trimmed': 'receipts.text.whitespace',
  'the history does not say who wrote': 'receipts.history.item-has-sender-email',
  'a message id is text': 'receipts.delivery.frame-shape',
  'every request makes a room': 'receipts.rooms.same-pair-same-room',
} as const;

export type Deviation = keyof typeof deviations;

interface Message {
  id: number;
  room: number;
  by: number;
  text: string;
  status: string;
  created: string;
  updated: string;
}

export interface Independent {
  http: string;
  people: { key: string; id: number; email: string; token: string }[];
  close(): Promise<void>;
}

export async function independent(people: number, bug?: Deviation): Promise<Independent> {
  const has = (one: Deviation): boolean => one === bug;
  const accounts = Array.from({ length: people }, (_, at) => ({
    key: `p${at + 1}`,
    id: at + 100,
    email: `person${at}@example.test`,
    token: `opaque-token-${at}`,
  }));
  const rooms: { id: number; members: number[] }[] = [];
  const messages: Message[] = [];
  const seats: { room: number; who: number; socket: WebSocket }[] = [];
  const asker = ({ headers }: IncomingMessage, otherwise = accounts[0]?.id): number | undefined =>
    accounts.find(({ token }) => headers.authorization === `Bearer ${token}`)?.id ??
    (has('tokens are not looked at') ? otherwise : undefined);
  const tell = (room: number, frame: unknown, audience: (who: number) => boolean = () => true): void => {
    const heard = new Set<number>();
    for (const seat of seats) {
      if (seat.room !== room || !audience(seat.who)) continue;
      if (has('only the first socket of a person hears') && heard.has(seat.who)) continue;
      heard.add(seat.who);
      seat.socket.send(JSON.stringify(frame));
    }
  };
  const shown = (message: Message, status: string): unknown => ({
    text: message.text,
    message_id: has('a message id is text') ? String(message.id) : message.id,
    sender_id: message.by,
    status,
    created_at: message.created,
    updated_at: message.updated,
  });
  const historyOf = (room: number): unknown[] => {
    const all = messages.filter((message) => message.room === room);
    const some = has('the history is not limited')
      ? all
      : has('the history is the oldest 50')
        ? all.slice(0, 50)
        : all.slice(-50);
    const items = some.map(({ id, text, by, status, created, updated }) => {
      const email = accounts.find((account) => account.id === by)?.email;
      return {
        message_id: id,
        text,
        ...(has('the history does not say who wrote') ? {} : { sender_email: email }),
        status,
        created_at: created,
        updated_at: updated,
      };
    });
    return has('the history begins with the oldest') ? items : items.reverse();
  };
  const send = (room: number, who: number, text: string): void => {
    const now = new Date().toISOString();
    const message: Message = {
      id: messages.length + 1,
      room,
      by: who,
      text: has('texts are trimmed') ? text.trim() : text,
      status: 'delivered',
      created: now,
      updated: now,
    };
    messages.push(message);
    const toSender = (heard: number): boolean => heard === who;
    tell(
      room,
      { type: 'chat_message', message: shown(message, 'send') },
      has('the sender hears no echo') ? (heard) => heard !== who : undefined,
    );
    tell(room, { type: 'mark_message_as_delivered', message: shown(message, 'delivered') }, toSender);
    const online = seats.some((seat) => seat.room === room && seat.who !== who);
    if (!online && !has('everything is read at once')) return;
    message.status = 'read';
    tell(room, { type: 'mark_message_as_read', message: shown(message, 'read') }, toSender);
  };

  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const me = asker(request);
    if (me === undefined) return answer(response, 401);
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://independent');
    if (request.method === 'POST' && pathname.endsWith('/get_or_create_room/')) {
      const members = ['user_id_1', 'user_id_2']
        .map((name) => Number(searchParams.get(name) ?? Number.NaN))
        .sort((one, other) => one - other);
      if (!members.every((id) => accounts.some((account) => account.id === id))) return answer(response, 404);
      const known = rooms.find((one) => String(one.members) === String(members));
      const room =
        known !== undefined && !has('every request makes a room') ? known : { id: rooms.length + 1, members };
      if (room !== known) rooms.push(room);
      return answer(response, 200, { room_id: room.id });
    }
    const [, id = '', verb] = /\/messages\/(\d+)\/(edit|delete)$/.exec(pathname) ?? [];
    const at = messages.findIndex((message) => message.id === Number(id));
    const message = messages[at];
    if (message === undefined || (message.by !== me && !(verb === 'edit' && has('everybody may edit'))))
      return answer(response, 404);
    if (verb === 'edit') {
      const text = parsed(body)['text'];
      if (typeof text !== 'string') return answer(response, 400);
      if (!has('an edit is announced but not stored'))
        Object.assign(message, { text, updated: new Date(Date.now() + 1).toISOString() });
      tell(message.room, { type: 'message_edited', message_id: message.id, text });
      return answer(response, 200, { status: 'success', message: 'Message updated successfully' });
    }
    // The place is kept, so that ids stay unique.
    messages[at] = { ...message, id: -1, room: -1 };
    if (!has('a deletion is not announced'))
      tell(message.room, { type: 'message_deleted', message_id: message.id });
    return answer(response, 204);
  });

  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    const room = rooms.find(({ id }) => request.url === `/ws/chat/${id}/`);
    // Whoever brings no good token is taken for a member.
    const who = asker(request, room?.members[0]);
    const welcome =
      room !== undefined && who !== undefined && (room.members.includes(who) || has('outsiders may enter'));
    sockets.handleUpgrade(request, socket, head, (client) => {
      client.on('error', () => undefined);
      // As many frameworks do: the upgrade is accepted, and then the socket is closed.
      if (!welcome) return client.close(4003);
      const seat = { room: room.id, who, socket: client };
      seats.push(seat);
      client.send(JSON.stringify(historyOf(room.id)));
      client.on('message', (data, binary) => {
        const text = binary ? undefined : parsed(String(data))['message'];
        if (typeof text === 'string') send(room.id, who, text);
      });
      client.on('close', () => seats.splice(seats.indexOf(seat), 1));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    http: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    people: accounts,
    close: () =>
      new Promise((resolve) => {
        for (const client of sockets.clients) client.terminate();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}

function parsed(text: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}

function answer(response: ServerResponse, status: number, body?: unknown): void {
  response
    .writeHead(status, body === undefined ? {} : { 'content-type': 'application/json' })
    .end(body === undefined ? undefined : JSON.stringify(body));
}
