// The HTTP half of what people do in a check.
import { eventually } from '../kit/eventually.ts';
import { Unmet } from '../kit/failure.ts';
import { call, type Reply } from '../kit/http.ts';
import { picture } from '../kit/picture.ts';
import type { World } from '../kit/world.ts';
import {
  type Conversation,
  conversationsOf,
  field,
  type Item,
  isSuccess,
  itemsOf,
  nameOf,
} from './answers.ts';
import type { Actor } from './cast.ts';
import type { FileFields } from './seat.ts';

export interface Upload {
  location: string;
  identifier: string;
  /** Null where the file never expires. */
  expires: unknown;
  bytes: Buffer;
  reply: Reply;
  /** What a message says that carries the file. */
  fields: FileFields;
}

export interface FormFile {
  name: string;
  bytes: Uint8Array;
  type?: string;
  /** Another name for the field of the form than the documented one. */
  as?: string;
}

export interface Requests {
  /** A token of null stands for none at all. */
  getConversations(as: Actor, token?: string | null): Promise<Reply>;
  getMessages(as: Actor, room: string, token?: string | null): Promise<Reply>;
  upload(as: Actor, file: FormFile, token?: string | null): Promise<Reply>;
  /** A POST to the upload's address that is no proper form. */
  uploadOdd(as: Actor, body: unknown, type: string): Promise<Reply>;
  checkUrl(as: Actor, query: Record<string, unknown>): Promise<Reply>;
  refreshUrl(as: Actor, query: Record<string, unknown>): Promise<Reply>;
  /** What the target says is the address of a file. */
  getFile(as: Actor, address: unknown): Promise<Reply>;
  conversations(as: Actor): Promise<Conversation[]>;
  /** Every conversation with the other person that is listed. */
  conversationsWith(as: Actor, other: Actor): Promise<Conversation[]>;
  messages(as: Actor, other: Actor): Promise<Item[]>;
  /** The room's messages, once all of these texts are among them. */
  conversation(as: Actor, other: Actor, ...texts: string[]): Promise<Item[]>;
  /** One of them, once it is there; undefined when it does not come. */
  find(as: Actor, other: Actor, text: string): Promise<Item | undefined>;
  /** The same for what is not in question. */
  stored(as: Actor, other: Actor, text: string): Promise<Item>;
  /** An ordinary upload that has succeeded. */
  uploaded(as: Actor, name?: string): Promise<Upload>;
}

export function requestsOf(world: World): Requests {
  const bearer = (
    as: Actor,
    token: string | null = as.token ?? null,
  ): { who: string; token: string | undefined } => ({ who: as.who, token: token ?? undefined });
  const requests: Requests = {
    getConversations: (as, token) => world.call('listConversations', bearer(as, token)),
    getMessages: (as, room, token) => world.call('listMessages', { ...bearer(as, token), params: { room } }),
    upload: (as, { name, bytes, type = 'image/png', as: field = 'myFile' }, token) =>
      world.call('uploadFile', {
        ...bearer(as, token),
        form: { file: { field, name, bytes, type }, fields: {} },
      }),
    uploadOdd: (as, body, type) => world.call('uploadFile', { ...bearer(as), body, type }),
    checkUrl: (as, query) => world.call('checkUrl', { ...bearer(as), query }),
    refreshUrl: (as, query) => world.call('refreshUrl', { ...bearer(as), query }),
    async getFile(as, address) {
      if (typeof address !== 'string' || !URL.canParse(address, world.target.http))
        throw new Unmet('The target names no address of the file.');
      const whole = new URL(address, world.target.http).href;
      return call(world, { id: 'file', method: 'GET', path: '/' }, { ...bearer(as), address: whole });
    },
    async conversations(as) {
      const reply = await requests.getConversations(as);
      const found = conversationsOf(reply);
      if (found !== undefined) return found;
      throw new Unmet(
        `${as.who} is not shown their conversations: the answer was ${reply.problem ?? reply.status}.`,
      );
    },
    conversationsWith: async (as, other) =>
      (await requests.conversations(as)).filter(({ other_user }) => nameOf(other_user) === other.username),
    async messages(as, other) {
      const reply = await requests.getMessages(as, other.username);
      const items = itemsOf(reply);
      if (items !== undefined) return items;
      throw new Unmet(
        `${as.who} is not shown the messages with ${other.who}: the answer was ${reply.problem ?? reply.status}.`,
      );
    },
    async conversation(as, other, ...texts) {
      const whole = await eventually(world, async () => {
        const items = await requests.messages(as, other);
        const shown = new Set(items.map(({ content }) => content));
        return texts.every((text) => shown.has(text)) ? items : undefined;
      });
      if (whole !== undefined) return whole;
      throw new Unmet(`A message of this check is not among the messages that ${as.who} is shown.`);
    },
    find: (as, other, text) =>
      eventually(world, async () =>
        (await requests.messages(as, other)).find(({ content }) => content === text),
      ),
    async stored(as, other, text) {
      const item = await requests.find(as, other, text);
      if (item !== undefined) return item;
      throw new Unmet(`A message of this check is not among the messages that ${as.who} is shown.`);
    },
    async uploaded(as, name = `${world.text().replaceAll(' ', '-')}.png`) {
      // Files of one name differ all the same.
      const bytes = picture(`${name} ${world.text()}`);
      const reply = await requests.upload(as, { name, bytes });
      const [location, identifier] = [
        field(reply.body, 'file_location'),
        field(reply.body, 'file_identifier'),
      ];
      if (!isSuccess(reply) || typeof location !== 'string' || typeof identifier !== 'string')
        throw new Unmet(
          `An upload was answered with ${reply.problem ?? reply.status}, without a file_location and a file_identifier.`,
        );
      const expires = field(reply.body, 'expiration_time');
      const fields = {
        multimedia_url: location,
        file_identifier: identifier,
        multimedia_url_expiration: typeof expires === 'string' ? expires : '',
      };
      return { location, identifier, expires, bytes, reply, fields };
    },
  };
  return requests;
}
