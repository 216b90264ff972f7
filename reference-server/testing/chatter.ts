// A client for tests: alice, bob and carol on real sockets.
import { once } from 'node:events';
import { type ClientOptions, WebSocket } from 'ws';
import type { ProvisionedPerson } from '../control/provision.ts';
import type { RunningServer } from '../server.ts';

export interface Chatter {
  socket: WebSocket;
  /** The next frame, parsed. */
  next(): Promise<unknown>;
  /** This many frames, parsed. */
  hears(count: number): Promise<unknown[]>;
  says(frame: unknown): void;
  /** The close code, once it is closed. */
  closed: Promise<number>;
}

/** Opens a socket; frames that come with the handshake are not lost. */
export async function chatter(
  url: string,
  options: ClientOptions = {},
  protocols: string[] = [],
): Promise<Chatter> {
  const socket = new WebSocket(url, protocols, options);
  const frames: unknown[] = [];
  socket.on('message', (data) => {
    frames.push(JSON.parse(String(data)));
    socket.emit('frame');
  });
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  await once(socket, 'open');
  const next = async (): Promise<unknown> => {
    while (frames.length === 0) await once(socket, 'frame');
    return frames.shift();
  };
  return {
    socket,
    next,
    async hears(count) {
      const heard: unknown[] = [];
      while (heard.length < count) heard.push(await next());
      return heard;
    },
    says: (frame) => socket.send(JSON.stringify(frame)),
    closed,
  };
}

export interface Room {
  alice: ProvisionedPerson;
  bob: ProvisionedPerson;
  carol: ProvisionedPerson;
  /** The id of the room of alice and bob. */
  room: number;
}

export async function roomOfTwo(server: RunningServer): Promise<Room> {
  const { people, rooms } = await server.provision({ people: 3, rooms: [['p1', 'p2']] });
  const [alice, bob, carol] = people;
  if (!alice || !bob || !carol || !rooms[0]) throw new Error('Provisioning gave too few people.');
  return { alice, bob, carol, room: rooms[0].id };
}

/** Somebody in a room of the receipts dialect, past the history. */
export async function inRoom(
  server: RunningServer,
  person: ProvisionedPerson,
  room: number,
): Promise<Chatter> {
  const client = await chatter(`${server.ws}/ws/chat/${room}/`, {
    headers: { authorization: `Bearer ${person.token}` },
  });
  await client.next();
  return client;
}
