// The HTTP half of what people do in a check.
import { operation } from '../../specs/kit/dialect.ts';
import { eventually } from '../kit/eventually.ts';
import { Unmet } from '../kit/failure.ts';
import { call, type Reply } from '../kit/http.ts';
import type { Id } from '../kit/people.ts';
import { picture } from '../kit/picture.ts';
import type { World } from '../kit/world.ts';
import { type Item, isThreadOf, itemsOf, type Thread, threadsOf, uploadedOf } from './answers.ts';
import type { Actor } from './cast.ts';

/** What is uploaded; what is left out is an ordinary picture for nobody. */
export interface Draft {
  fields: Record<string, string>;
  name?: string;
  bytes?: Uint8Array;
  type?: string;
}

export interface Upload {
  id: Id;
  text: string;
  name: string;
  bytes: Uint8Array;
  /** The message in the answer. */
  item: Item;
  reply: Reply;
}

export interface Requests {
  /** A token of null stands for none at all. */
  getMessages(as: Actor, other: Id | undefined, token?: string | null): Promise<Reply>;
  /** The same for ids that nobody could mean: the documented 404 is not demanded of their answers. */
  getMessagesOdd(as: Actor, other: string): Promise<Reply>;
  getThreads(as: Actor, token?: string | null): Promise<Reply>;
  upload(as: Actor, draft: Draft, token?: string | null): Promise<Reply>;
  /** A POST to the upload's address that is no proper form. */
  uploadOdd(as: Actor, body: unknown, type: string): Promise<Reply>;
  /** What the target says is the address of a file. */
  getFile(as: Actor, address: unknown): Promise<Reply>;
  messages(as: Actor, other: Actor): Promise<Item[]>;
  /** The conversation, once all of these texts are in it. */
  conversation(as: Actor, other: Actor, ...texts: string[]): Promise<Item[]>;
  /** One message of it, once it is there; undefined when it does not come. */
  find(as: Actor, other: Actor, text: string): Promise<Item | undefined>;
  /** The same for what is not in question. */
  stored(as: Actor, other: Actor, text: string): Promise<Item>;
  threads(as: Actor): Promise<Thread[]>;
  /** The thread of the two in the first one's list, once it is there. */
  threadWith(as: Actor, other: Actor): Promise<Thread | undefined>;
  /** An ordinary upload that has succeeded. */
  uploaded(as: Actor, to: Actor, more?: { side?: number }): Promise<Upload>;
}

export function requestsOf(world: World): Requests {
  const bearer = (
    as: Actor,
    token: string | null = as.token ?? null,
  ): { who: string; token: string | undefined } => ({
    who: as.who,
    token: token ?? undefined,
  });
  const requests: Requests = {
    getMessages: (as, other, token) =>
      world.call('getMessages', { ...bearer(as, token), params: { uid: other } }),
    getMessagesOdd: (as, other) =>
      call(world, operation(world.dialect, 'getMessages'), { ...bearer(as), params: { uid: other } }),
    getThreads: (as, token) => world.call('getUserThreads', bearer(as, token)),
    upload(as, { fields, name = 'picture.png', bytes = picture(name), type = 'image/png' }, token) {
      const file = { field: 'attached_file', name, bytes, type };
      return world.call('uploadAttachment', { ...bearer(as, token), form: { file, fields } });
    },
    uploadOdd: (as, body, type) => world.call('uploadAttachment', { ...bearer(as), body, type }),
    async getFile(as, address) {
      const [first, ...others] = addressesOf(world.target.http, address);
      let reply = await world.call('getAttachedFile', { ...bearer(as), address: first });
      for (const other of others)
        if (reply.status !== 200)
          reply = await world.call('getAttachedFile', { ...bearer(as), address: other });
      return reply;
    },
    async messages(as, other) {
      const reply = await requests.getMessages(as, other.id);
      const items = itemsOf(reply);
      if (items !== undefined) return items;
      throw new Unmet(
        `${as.who} is not shown the messages with ${other.who}: the answer was ${reply.problem ?? reply.status}.`,
      );
    },
    async conversation(as, other, ...texts) {
      const whole = await eventually(world, async () => {
        const items = await requests.messages(as, other);
        return texts.every((text) => items.some(({ message }) => message === text)) ? items : undefined;
      });
      if (whole !== undefined) return whole;
      throw new Unmet(`A message of this check is not among the messages that ${as.who} is shown.`);
    },
    find: (as, other, text) =>
      eventually(world, async () =>
        (await requests.messages(as, other)).find(({ message }) => message === text),
      ),
    async stored(as, other, text) {
      const item = await requests.find(as, other, text);
      if (item !== undefined) return item;
      throw new Unmet(`A message of this check is not among the messages that ${as.who} is shown.`);
    },
    async threads(as) {
      const reply = await requests.getThreads(as);
      const threads = threadsOf(reply);
      if (threads !== undefined) return threads;
      throw new Unmet(
        `${as.who} is not shown their threads: the answer was ${reply.problem ?? reply.status}.`,
      );
    },
    threadWith: (as, other) =>
      eventually(world, async () =>
        (await requests.threads(as)).find((thread) => isThreadOf(thread, as, other)),
      ),
    async uploaded(as, to, { side = 16 } = {}) {
      const text = world.text();
      const name = `${text.replaceAll(' ', '-')}.png`;
      const bytes = picture(name, side);
      const reply = await requests.upload(as, {
        fields: { receiver: String(to.id), message: text },
        name,
        bytes,
      });
      const item = uploadedOf(reply);
      if (item !== undefined && (typeof item.id === 'number' || typeof item.id === 'string'))
        return { id: item.id, text, name, bytes, item, reply };
      throw new Unmet(
        `An upload was answered with ${reply.problem ?? reply.status}, without a message with an id.`,
      );
    },
  };
  return requests;
}

/** A path is one on the target's own host: below the prefix that the target lives under, or at the top. */
function addressesOf(base: string, address: unknown): [string, ...string[]] {
  if (typeof address !== 'string' || address === '')
    throw new Unmet('The target names no address of the file.');
  if (!URL.canParse(address, base)) throw new Unmet(`The address of the file cannot be read: ${address}.`);
  const top = new URL(address, base).href;
  const prefix = new URL(base).pathname.replace(/\/$/, '');
  const isBelow = !address.startsWith('/') || prefix === '' || address.startsWith(`${prefix}/`);
  return isBelow ? [top] : [new URL(`${prefix}${address}`, base).href, top];
}
