// The verbs of this dialect for its scenes, which the test plays that sees every fault on the wire.
import type { WebSocket } from 'ws';
import type { Stage } from '../../../testing/stage.ts';

export type Who = 'alice' | 'bob' | 'carol';
const NUMBERS: Record<Who, number> = { alice: 0, bob: 1, carol: 2 };

export interface File {
  name: string;
  bytes: Buffer;
  type?: string;
}

export const PICTURE: File = { name: 'holiday.png', bytes: Buffer.from([0, 255, 128, 10, 65]) };

export function cast(stage: Stage) {
  const person = (who: Who) => {
    const found = stage.people[NUMBERS[who]];
    if (found === undefined) throw new Error(`There is no ${who} in this scene.`);
    return found;
  };
  const enter = (who: Who, as: string = who): Promise<WebSocket> =>
    stage.open(as, `/ws/chat/room/?token=${person(who).token}`);
  const to = (who: Who, body: unknown, more: object = {}) => ({
    action: 'chat_message',
    message_body: body,
    receiver_id: person(who).id,
    ...more,
  });
  const look = (who: Who, at: Who, token: string | undefined = person(who).token) =>
    stage.ask('GET', `/chat/messages/${person(at).id}/`, { token });
  const threads = (who: Who, token: string | undefined = person(who).token) =>
    stage.ask('GET', '/chat/get-user-threads/', { token });
  const lookAll = async () => {
    await look('alice', 'bob');
    await look('bob', 'alice');
    await threads('alice');
    await threads('bob');
  };
  /** Gives the answer. */
  const upload = (who: Who, fields: Record<string, string>, file?: File, token = person(who).token) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    if (file !== undefined) {
      const blob = new Blob([new Uint8Array(file.bytes)], { type: file.type ?? 'image/png' });
      form.set('attached_file', blob, file.name);
    }
    return stage.ask('POST', '/chat/chat-attachment/', { token, body: form });
  };
  const uploadTo = (who: Who, receiver: Who, message: string, file: File = PICTURE) =>
    upload(who, { receiver: String(person(receiver).id), message }, file);
  const announce = (chat_id: unknown, message_body: unknown = 'see', more: object = {}) => ({
    action: 'chat_message_file',
    message_body,
    chat_id,
    ...more,
  });
  /** Every file that an answer or a frame tells of. */
  const fetchFrom = async (text: string, token?: string) => {
    for (const [path] of text.matchAll(/\/mediafiles\/[^"]+/g)) await stage.ask('GET', path, { token });
  };
  return { person, enter, to, look, lookAll, threads, upload, uploadTo, announce, fetchFrom };
}
