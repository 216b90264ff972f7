// The verbs of groups, and of carol and bob, said in dialogues.
import type { Beside, BesideLine, BesideNews, Member, Place } from '../kit/beside.ts';
import { given, Unmet } from '../kit/failure.ts';
import { isObject } from '../kit/match.ts';
import type { Named } from './chat.ts';
import type { Actor, Cast } from './driver.ts';
import type { Inbox, Item } from './inbox.ts';
import { instantOf, nextInstant } from './time.ts';

const kinds: Readonly<Record<string, BesideNews['kind']>> = {
  newMsgHeard: 'said',
  msgSent: 'confirmed',
  msgSentInGroup: 'confirmed',
  msgReceivedHeard: 'received',
  msgReadHeard: 'read',
  isTypingHeard: 'typing',
};

export interface Times {
  /** When the last message between alice and bob was said: the worst time for any other. */
  latest: number;
}

/** `inboxOf`: a receive socket that somebody has open, or a new one. */
export function beside(cast: Cast, inboxOf: (who: Member) => Promise<Inbox>, times: Times): Beside {
  const people: Record<Member, Actor> = { alice: cast.alice, bob: cast.bob, carol: cast.carol };
  const keys = { all: keyOf(cast, 'all'), two: keyOf(cast, 'two') };
  const used = new Set<string>();
  const memberOf = (phone: unknown): Member | undefined =>
    (['alice', 'bob', 'carol'] as const).find((who) => people[who].phone === String(phone));
  /** A group's key and a number, or the number of carol or bob. */
  const from = (value: unknown): { place?: Place; by?: Member | undefined } => {
    for (const place of ['all', 'two'] as const) {
      const key = keys[place];
      if (key !== undefined && String(value).startsWith(`${key}-`))
        return { place, by: memberOf(String(value).slice(key.length + 1)) };
    }
    const by = memberOf(value);
    return by === undefined ? {} : { place: 'aside', by };
  };
  const named = (id: string): Named => {
    const [phone = '', at] = id.split(' ');
    const author = people[memberOf(phone) ?? 'alice'];
    return { author, at: Number(at) };
  };
  return {
    places: (['all', 'two', 'aside'] as const).filter(
      (place) => place === 'aside' || keys[place] !== undefined,
    ),
    async enter(who, place) {
      const other = who === 'carol' ? cast.bob : cast.carol;
      const chat =
        place === 'aside'
          ? await cast.chat(people[who], other)
          : await cast.groupChat(people[who], cast.group(place));
      return {
        socket: chat.socket,
        say(text) {
          const { phone } = people[who];
          const key = `${phone} ${place} ${times.latest}`;
          const at = times.latest === 0 || used.has(key) ? nextInstant(phone) : times.latest;
          used.add(`${phone} ${place} ${at}`);
          chat.say(text, { at });
          return `${phone} ${at}`;
        },
        acknowledge: (id) => void chat.received(named(id)),
        markRead: (id) => void chat.read(named(id)),
        type: (to) => void chat.types(people[to]),
      };
    },
    newsOf({ name, value, entry }) {
      const kind = kinds[name ?? ''];
      if (kind === undefined || !isObject(value)) return undefined;
      const { msg_from, msg_to, message, sent_timestamp } = value;
      if (kind === 'confirmed') {
        const phone = people[memberNamed(entry.who)].phone;
        return { kind, id: `${phone} ${instantOf(message)}` };
      }
      const { place, by } = from(msg_from);
      if (place === undefined) return undefined;
      // What alice and bob say to each other is told by the other verbs.
      if (place === 'aside' && by !== 'carol' && memberOf(msg_to) !== 'carol') return undefined;
      if (kind === 'typing') return { kind, place, by };
      if (kind === 'said')
        return {
          kind,
          place,
          by,
          text: String(message),
          id: `${people[by ?? 'alice'].phone} ${instantOf(sent_timestamp)}`,
        };
      return { kind, place, by, id: `${String(msg_to)} ${instantOf(message)}` };
    },
    async waiting(who) {
      const inbox = await inboxOf(who);
      const fetched = (kind: 'fetch_msgs' | 'fetch_grp_msgs'): Promise<Item[]> =>
        given('Nothing could be fetched', () => inbox.fetch(kind));
      const lineOf = (
        { msg_from, message, sent_timestamp, pending }: Item,
        among: BesideLine['among'],
      ): BesideLine => {
        const { place, by } = from(msg_from);
        const phone = by === undefined ? '' : people[by].phone;
        return {
          place,
          by,
          among,
          text: String(message),
          id: `${phone} ${instantOf(sent_timestamp)}`,
          ...(place === 'aside' || !Array.isArray(pending)
            ? {}
            : {
                pending: pending.flatMap((one: unknown) => memberOf(one) ?? []).filter((one) => one !== by),
              }),
        };
      };
      return [
        ...(await fetched('fetch_grp_msgs')).map((item) => lineOf(item, 'groups')),
        ...(await fetched('fetch_msgs')).map((item) => lineOf(item, 'people')),
      ];
    },
  };
}

/** People who were supplied without groups have conversations of two only. */
function keyOf(cast: Cast, size: 'all' | 'two'): string | undefined {
  try {
    return cast.group(size);
  } catch (error) {
    if (error instanceof Unmet) return undefined;
    throw error;
  }
}

function memberNamed(who: string): Member {
  if (who === 'alice' || who === 'bob' || who === 'carol') return who;
  throw new Unmet(`${who} is none of the three.`);
}
