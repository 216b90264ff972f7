// A client of this dialect for its tests, with nothing but ws and fetch.
import { expect } from 'vitest';
import type { ProvisionedPerson } from '../../control/provision.ts';
import type { RunningServer } from '../../server.ts';
import { type Chatter, chatter } from '../../testing/chatter.ts';

export type Someone = Pick<ProvisionedPerson, 'phone'>;

export async function cast(server: RunningServer) {
  const members = ['p1', 'p2', 'p3'];
  const made = await server.provision({ people: 4, groups: [{ members, admins: ['p1'] }] });
  const [alice, bob, carol, mallory] = made.people;
  const [group] = made.groups;
  if (!alice || !bob || !carol || !mallory || !group) throw new Error('Provisioning gave too little.');
  return { alice, bob, carol, mallory, grp: group.key };
}

export function receiving(server: RunningServer, { phone }: Someone): Promise<Chatter> {
  return chatter(`${server.ws}/ws/chat/special/${phone}/`);
}

export function sending(server: RunningServer, from: Someone, to: Someone): Promise<Chatter> {
  return chatter(`${server.ws}/ws/chat/personal/${from.phone}/${to.phone}/`);
}

export function sendingTo(server: RunningServer, from: Someone, grp: string): Promise<Chatter> {
  return chatter(`${server.ws}/ws/chat/group/${from.phone}/${grp}/`);
}

/** A frame of this command; its times are those of the document's examples. */
export function frame(command: string, from: Someone, to: Someone | string, message = 'ok'): Frame {
  return {
    message,
    command,
    msg_from: from.phone,
    msg_to: typeof to === 'string' ? to : to.phone,
    sent_timestamp: '2020-11-21 17:11:30.404',
  };
}

export interface Frame {
  message: string;
  command: string;
  msg_from: string;
  msg_to: string;
  sent_timestamp: string;
}

export interface Chunk {
  command: string;
  all: string;
  messages: (Frame & { pending?: string[] })[];
}

/** All that is kept for somebody, from all chunks. */
export async function fetched(
  server: RunningServer,
  me: Someone,
  command = 'fetch_msgs',
): Promise<Chunk['messages']> {
  const socket = await receiving(server, me);
  const messages = (await chunks(socket, me, command)).flatMap((chunk) => chunk.messages);
  socket.socket.terminate();
  return messages;
}

export async function chunks(socket: Chatter, me: Someone, command = 'fetch_msgs'): Promise<Chunk[]> {
  socket.says(frame(command, { phone: 'whoever' }, me, '--null--'));
  const heard: Chunk[] = [];
  while (heard.at(-1)?.all !== 'True') {
    const chunk = await socket.next();
    // The next assertions look into the chunk as they expect it to be.
    heard.push(chunk as Chunk);
  }
  return heard;
}

export const NOW = /^20(2[5-9]|[3-9]\d)-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}$/;

export const ERROR = {
  message: expect.any(String),
  command: 'error',
  type: expect.any(String),
  msg_from: expect.any(String),
  msg_to: expect.any(String),
  sent_timestamp: expect.stringMatching(NOW),
};

/** A time that names a message. */
export function at(second: number): string {
  return `2025-03-14 18:30:${String(second).padStart(2, '0')}.125`;
}

export function texts(messages: Chunk['messages']): string[] {
  return messages.map(({ message }) => message);
}

export async function post(server: RunningServer, path: string, body: object) {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(server.http + path, { method: 'POST', headers, body: JSON.stringify(body) });
  // Tests look into what they get as they expect it to be.
  return JSON.parse(await answer.text());
}
