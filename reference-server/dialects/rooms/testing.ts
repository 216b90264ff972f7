// A client of this dialect for its tests, with nothing but ws and fetch.
import type { ProvisionedPerson } from '../../control/provision.ts';
import type { RunningServer } from '../../server.ts';
import { type Chatter, chatter } from '../../testing/chatter.ts';

export type Someone = ProvisionedPerson;

export async function threePeople(server: RunningServer) {
  const [alice, bob, carol] = (await server.provision({ people: 3 })).people;
  if (!alice || !bob || !carol) throw new Error('Provisioning gave too few people.');
  return { alice, bob, carol };
}

export function connect(server: RunningServer, { token }: Someone, path: string): Promise<Chatter> {
  return chatter(`${server.ws}/ws/${path}?token=${token}`);
}

/** In the room with somebody, past the list of who is there. */
export async function enter(server: RunningServer, me: Someone, other: Someone): Promise<Chatter> {
  const socket = await connect(server, me, `${other.username}/`);
  await socket.next();
  return socket;
}

/** Alice and bob in their room, past each other's arrival. */
export async function bothIn(server: RunningServer, alice: Someone, bob: Someone) {
  const atAlice = await enter(server, alice, bob);
  const atBob = await enter(server, bob, alice);
  await atAlice.next();
  return { atAlice, atBob };
}

export interface Uploaded {
  file_location: string;
  expiration_time: string | null;
  file_identifier: string;
}

export function text(to: Someone, message: string, file?: Uploaded): object {
  return {
    type: 'chat_message',
    message,
    multimedia_url: file?.file_location ?? '',
    file_identifier: file?.file_identifier ?? '',
    multimedia_url_expiration: file?.expiration_time ?? '',
    room: to.username,
  };
}

export async function get(server: RunningServer, path: string, token?: string) {
  const headers: Record<string, string> = token === undefined ? {} : { authorization: token };
  const answer = await fetch(`${server.http}/api/${path}`, { headers });
  // Tests look into what they get as they expect it to be.
  return { status: answer.status, body: JSON.parse(await answer.text()) };
}

export async function messages(server: RunningServer, me: Someone, other: Someone) {
  const { body } = await get(server, `rooms/${other.username}/messages`, `Bearer ${me.token}`);
  return body.messages;
}

export async function conversations(server: RunningServer, me: Someone) {
  return (await get(server, 'conversations', `Bearer ${me.token}`)).body;
}

/** Without a token, as the document shows it. */
export async function upload(server: RunningServer, name: string, bytes: string): Promise<Uploaded> {
  const form = new FormData();
  form.append('myFile', new Blob([bytes]), name);
  const answer = await fetch(`${server.http}/api/rooms/upload`, { method: 'POST', body: form });
  return JSON.parse(await answer.text());
}

/** What the two notification sockets say on connecting. */
export async function unread(server: RunningServer, me: Someone, other: Someone) {
  const ofOne = await connect(server, me, `notifications/${other.username}/`);
  const ofAll = await connect(server, me, 'notifications/');
  const counts = [await ofOne.next(), await ofAll.next()];
  ofOne.socket.close();
  ofAll.socket.close();
  await Promise.all([ofOne.closed, ofAll.closed]);
  return counts.map((frame) => (frame as { unread_count: number }).unread_count);
}

export function shown(server: RunningServer, { id, username, email }: Someone): object {
  const { http } = server;
  const url = `${http}/api/userauth/users/${id}/`;
  return { url, username, email, groups: [`${http}/api/userauth/groups/1/`], is_active: true };
}
