// The HTTP half of what people do in a check.
import { operation } from '../../specs/kit/dialect.ts';
import { eventually } from '../kit/eventually.ts';
import { Unmet } from '../kit/failure.ts';
import { type Call, call, type Reply } from '../kit/http.ts';
import { isObject } from '../kit/match.ts';
import type { Id, Person } from '../kit/people.ts';
import type { World } from '../kit/world.ts';
import type { LastMessage } from './wire.ts';

export interface Asking {
  /** Whose rooms are asked for, when they are not the asker's own. */
  of?: unknown;
  /** Null stands for no token at all. */
  token?: string | null;
}

export interface Page {
  reply: Reply;
  count: unknown;
  next: unknown;
  previous: unknown;
  /** One for each room; null where nothing was said. */
  rooms: (LastMessage | null)[];
}

export interface Requests {
  /** The pages of a list one after the other, until the answer is no page or names no next one. */
  pages(as: Actor, asking?: Asking): AsyncGenerator<Page>;
  /** The page at the address in `next` or `previous` of another one. */
  pageAt(as: Actor, address: string): Promise<Page>;
  /** All rooms of a list that must be readable. */
  rooms(as: Actor): Promise<(LastMessage | null)[]>;
  /** The room in which this was said last, once it is in the list; undefined when it does not come. */
  listed(as: Actor, text: string): Promise<LastMessage | undefined>;
  deleteRoom(as: Actor, room: Id): Promise<Reply>;
  /** A deletion that is to be refused, whatever the answer looks like. */
  tryToDeleteRoom(as: Actor, room: unknown, token?: string | null): Promise<Reply>;
  askOddly(as: Actor, query: Record<string, unknown>): Promise<Reply>;
  /** A GET without credentials, as a page does it; redirections are followed. */
  getFile(who: string, address: string): Promise<Reply>;
  putFile(who: string, address: string, bytes: Uint8Array): Promise<Reply>;
}

/** A person in a check, under the name that the check calls them by. */
export interface Actor extends Person {
  who: string;
}

/** No list is followed further than this: one that never ends is a finding of its own. */
export const mostPages = 1_000;
const mostRedirections = 5;

export function requestsOf(world: World): Requests {
  const bearer = (as: Actor, token: string | null = as.token ?? null): Pick<Call, 'who' | 'token'> => ({
    who: as.who,
    token: token ?? undefined,
  });
  /** Not through the world: a refusal of a token that works elsewhere is no sign that it has expired. */
  const odd = (id: string, given: Call): Promise<Reply> => call(world, operation(world.dialect, id), given);

  const requests: Requests = {
    async *pages(as, { of = as.id, token } = {}) {
      const own = token === undefined && of === as.id;
      const ask = (given: Partial<Call>): Promise<Reply> => {
        const whole = { ...bearer(as, token), ...given };
        return own ? world.call('listRooms', whole) : odd('listRooms', whole);
      };
      let page = pageOf(await ask({ query: { first_user: of } }));
      for (let n = 1; n <= mostPages; n += 1) {
        yield page;
        if (typeof page.next !== 'string') return;
        page = pageOf(await ask(following(page.next, world.target.http)));
      }
    },
    pageAt: async (as, address) =>
      pageOf(await world.call('listRooms', { ...bearer(as), ...following(address, world.target.http) })),
    async rooms(as) {
      const rooms: (LastMessage | null)[] = [];
      for await (const page of requests.pages(as)) {
        if (page.reply.status !== 200)
          throw new Unmet(
            `${as.who} is not shown their rooms: the answer was ${page.reply.problem ?? page.reply.status}.`,
          );
        rooms.push(...page.rooms);
      }
      return rooms;
    },
    listed: (as, text) =>
      eventually(world, async () => {
        for await (const { rooms } of requests.pages(as)) {
          const found = rooms.find((room) => room?.content === text);
          if (found) return found;
        }
        return undefined;
      }),
    deleteRoom: (as, room) => world.call('deleteRoom', { ...bearer(as), params: { room_id: room } }),
    tryToDeleteRoom: (as, room, token) =>
      odd('deleteRoom', { ...bearer(as, token), params: { room_id: room } }),
    askOddly: (as, query) => odd('listRooms', { ...bearer(as), query }),
    async getFile(who, address) {
      let at = address;
      for (let hop = 0; ; hop += 1) {
        const reply = await call(
          world,
          { id: 'file', method: 'GET', path: '' },
          { who, token: undefined, address: at },
        );
        const { location = '' } = reply.headers;
        const onwards = reply.status >= 300 && reply.status < 400 && location !== '';
        if (!onwards || hop === mostRedirections || !URL.canParse(location, at)) return reply;
        at = new URL(location, at).href;
      }
    },
    putFile: (who, address, bytes) =>
      call(world, { id: 'upload', method: 'PUT', path: '' }, { who, token: undefined, address, bytes }),
  };
  return requests;
}

function pageOf(reply: Reply): Page {
  const body = reply.status === 200 && isObject(reply.body) ? reply.body : {};
  const { count, next, previous, results } = body;
  const rooms = Array.isArray(results) ? results.filter(isObject) : [];
  return { reply, count, next, previous, rooms: rooms.map((room) => lastOf(room['last_message'])) };
}

function lastOf(last: unknown): LastMessage | null {
  if (!isObject(last)) return null;
  const { content, created_at, from_this_user } = last;
  return { content, created_at, from_this_user };
}

/** Behind a proxy a target may name another host than the one that it is reached by: then only the query counts. */
function following(next: string, base: string): Partial<Call> {
  if (!URL.canParse(next, base)) throw new Unmet(`The address of another page cannot be read: ${next}.`);
  const { href, origin, searchParams } = new URL(next, base);
  const isOwn = URL.canParse(next) && origin === new URL(base).origin;
  return isOwn ? { address: href } : { query: Object.fromEntries(searchParams) };
}
