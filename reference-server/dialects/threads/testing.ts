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

export function connect(server: RunningServer, { token }: Someone): Promise<Chatter> {
  return chatter(`${server.ws}/ws/chat/room/?token=${token}`);
}

export function text(to: Someone, body: string): object {
  return { action: 'chat_message', message_body: body, receiver_id: to.id };
}

export async function call(server: RunningServer, who: Someone | string, path: string, form?: FormData) {
  const token = typeof who === 'string' ? who : who.token;
  const answer = await fetch(server.http + path, {
    method: form === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: form ?? null,
  });
  // Tests look into what they get as they expect it to be.
  const body = JSON.parse(await answer.text());
  return { status: answer.status, body };
}

export function formOf(
  to: Someone | string,
  message: string,
  file: { name: string; bytes: string },
): FormData {
  const form = new FormData();
  form.set('receiver', typeof to === 'string' ? to : String(to.id));
  form.set('message', message);
  form.set('attached_file', new Blob([file.bytes], { type: 'image/jpeg' }), file.name);
  return form;
}

/** The stored message that an answer holds. */
export async function upload(server: RunningServer, from: Someone, form: FormData) {
  const { body } = await call(server, from, '/chat/chat-attachment/', form);
  return body.entity.message;
}

export async function messages(server: RunningServer, me: Someone, other: Someone) {
  const { body } = await call(server, me, `/chat/messages/${other.id}/`);
  return body.entity.messages;
}

export async function threads(server: RunningServer, me: Someone) {
  const { body } = await call(server, me, '/chat/get-user-threads/');
  return body.entity;
}

export function shown({ id, email }: Someone): object {
  return { id, email, profile: null };
}
