// A client of this dialect for its tests, with nothing but ws and fetch.
import type { ProvisionedPerson } from '../../control/provision.ts';
import type { RunningServer } from '../../server.ts';
import { type Chatter, chatter } from '../../testing/chatter.ts';

export type Someone = ProvisionedPerson;

/** Alice has a room with bob and one with carol. */
export async function threePeople(server: RunningServer) {
  const { people, rooms } = await server.provision({
    people: 3,
    rooms: [
      ['p1', 'p2'],
      ['p1', 'p3'],
    ],
  });
  const [alice, bob, carol] = people;
  if (!alice || !bob || !carol || !rooms[0] || !rooms[1]) throw new Error('Provisioning gave too little.');
  return { alice, bob, carol, room: rooms[0].id, withCarol: rooms[1].id };
}

export function connect(server: RunningServer, { token }: Someone, room: unknown): Promise<Chatter> {
  return chatter(`${server.ws}/ws/chat/?room_id=${room}`, {}, ['Bearer', token]);
}

/** Somebody in a room, past the history. */
export async function inRoom(server: RunningServer, person: Someone, room: number): Promise<Chatter> {
  const client = await connect(server, person, room);
  await client.next();
  return client;
}

export async function history(server: RunningServer, person: Someone, room: number): Promise<unknown[]> {
  const client = await connect(server, person, room);
  const first = await client.next();
  client.socket.close();
  await client.closed;
  if (Array.isArray(first)) return first;
  throw new Error(`The first frame is not an array: ${JSON.stringify(first)}`);
}

export async function call(server: RunningServer, who: Someone | string, method: string, path: string) {
  const token = typeof who === 'string' ? who : who.token;
  const url = path.startsWith('http') ? path : `${server.http}/en/api/v1/chat/${path}`;
  const answer = await fetch(url, { method, headers: { authorization: `Bearer ${token}` } });
  const text = await answer.text();
  // Tests look into what they get as they expect it to be.
  return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
}

export function send(message: string, file?: object | null): object {
  return { action: 'send', message, ...(file !== undefined && { file }) };
}

export function fileOf(name: string, bytes: Buffer, type = 'image/png'): object {
  return { name, size: bytes.length, type, data: `data:${type};base64,${bytes.toString('base64')}` };
}

export function idOf(frame: unknown): number {
  const { message } = frame as { message: { message_id: number } };
  return message.message_id;
}
