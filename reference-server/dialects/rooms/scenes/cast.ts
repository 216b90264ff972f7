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
export const READ = { type: 'read_messages' };

export function cast(stage: Stage) {
  const person = (who: Who) => {
    const found = stage.people[NUMBERS[who]];
    if (found === undefined) throw new Error(`There is no ${who} in this scene.`);
    return found;
  };
  const socket = (who: Who, path: string, as: string): Promise<WebSocket> =>
    stage.open(as, `/ws/${path}?token=${person(who).token}`);
  const enter = (who: Who, other: Who, as = `${who} with ${other}`) =>
    socket(who, `${person(other).username}/`, as);
  const bells = async (who: Who, as = who): Promise<WebSocket[]> => {
    const all = [await socket(who, 'notifications/', `${as}'s bell`)];
    for (const other of ['alice', 'bob', 'carol'] as const) {
      if (other === who) continue;
      const path = `notifications/${person(other).username}/`;
      all.push(await socket(who, path, `${as}'s bell for ${other}`));
    }
    return all;
  };
  const to = (who: Who, message: unknown, file: object = {}, more: object = {}) => ({
    type: 'chat_message',
    message,
    multimedia_url: '',
    file_identifier: '',
    multimedia_url_expiration: '',
    ...file,
    room: person(who).username,
    ...more,
  });
  const get = (path: string, token?: string) => stage.ask('GET', `/api/${path}`, { token });
  const look = (who: Who, at: Who, token: string | undefined = person(who).token) =>
    get(`rooms/${person(at).username}/messages`, token);
  const list = (who: Who, token: string | undefined = person(who).token) => get('conversations', token);
  const lookAll = async () => {
    for (const who of ['alice', 'bob', 'carol'] as const) await list(who);
    await look('alice', 'bob');
    await look('bob', 'alice');
  };
  /** Bells show what is unread when they are connected. */
  const counts = async (who: Who) => {
    for (const bell of await bells(who, `${who} looks:` as Who)) await stage.leave(bell);
  };
  const upload = (file?: File, field = 'myFile') => {
    const form = new FormData();
    if (file !== undefined) {
      const blob = new Blob([new Uint8Array(file.bytes)], { type: file.type ?? 'image/png' });
      form.set(field, blob, file.name);
    }
    return stage.ask('POST', '/api/rooms/upload', { body: form });
  };
  /** Uploads a file and gives what a message says of it. */
  const attach = async (file: File = PICTURE): Promise<object> => {
    const text = await upload(file);
    const field = (name: string) => new RegExp(`"${name}":"([^"]*)"`).exec(text)?.[1] ?? '';
    return {
      multimedia_url: field('file_location'),
      file_identifier: field('file_identifier'),
      multimedia_url_expiration: field('expiration_time'),
    };
  };
  const urlOf = (message: unknown, token?: string) => get(`rooms/check-url/?message_id=${message}`, token);
  const refresh = (message: unknown) => get(`rooms/refresh-url/?message_id=${message}`);
  /** Every file that an answer or a frame tells of with a whole address. */
  const fetchFrom = async (text: string) => {
    for (const [url] of text.matchAll(/http:[^"]+\/media\/[^"]+/g)) await stage.ask('GET', url);
  };
  return {
    person,
    socket,
    enter,
    bells,
    to,
    get,
    look,
    list,
    lookAll,
    counts,
    upload,
    attach,
    urlOf,
    refresh,
    fetchFrom,
  };
}
