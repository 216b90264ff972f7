// The abstract verbs, said in dialogues.

import type { Member } from '../kit/beside.ts';
import { given } from '../kit/failure.ts';
import { isObject } from '../kit/match.ts';
import type { Heard } from '../kit/socket.ts';
import type { Line, News, NewsKind, Role, Verbs } from '../kit/verbs.ts';
import { beside, type Times } from './beside.ts';
import { type Named, toPeople } from './chat.ts';
import type { Cast } from './driver.ts';
import { entrances } from './entrances.ts';
import type { Inbox, Item } from './inbox.ts';
import { instantOf, nextInstant, spell } from './time.ts';

/** The frames of two people, and whether the time in `message` names one that was sent before. */
const kinds: Readonly<Record<string, { kind: NewsKind; earlier?: true }>> = {
  newMsgHeard: { kind: 'said' },
  msgSent: { kind: 'confirmed', earlier: true },
  msgReceivedHeard: { kind: 'received', earlier: true },
  msgReadHeard: { kind: 'read', earlier: true },
  isTypingHeard: { kind: 'typing' },
};

export function verbs(cast: Cast): Verbs {
  const { world, alice, bob, carol } = cast;
  const people = { alice, bob };
  const others = { alice: bob, bob: alice };
  /** What was said in this check, by its author and time. */
  const said = new Map<string, string>();
  const inboxes = new Map<string, Inbox>();
  const times: Times = { latest: 0 };
  const inboxOf = async (who: Member): Promise<Inbox> => {
    const known = inboxes.get(who);
    return known?.isOpen === true ? known : cast.inbox({ alice, bob, carol }[who]);
  };
  return {
    world,
    entrances: entrances(cast),
    async join(who) {
      const [ear, chat] = await Promise.all([cast.inbox(people[who]), cast.chat(people[who], others[who])]);
      inboxes.set(who, ear);
      return {
        who,
        out: chat.socket,
        ear,
        say(text) {
          times.latest = chat.say(text).at;
          said.set(`${who} ${times.latest}`, text);
        },
        hear: (text) => ear.hears('newMsgHeard', { message: text }),
        heard: (text) => ear.all('newMsgHeard', { message: text }),
        acknowledge: (id) => void chat.received(named(cast, id)),
        markRead: (id = '') => void chat.read(named(cast, id)),
        type: () => void chat.types(others[who]),
      };
    },
    newsOf(heard) {
      const news = newsIn(cast, heard.name, heard.value);
      return news?.kind === 'confirmed' ? { ...news, text: said.get(`${news.by} ${timeIn(news)}`) } : news;
    },
    words: {
      said: 'new_msg',
      confirmed: 'msg_sent',
      received: 'msg_received',
      read: 'msg_read',
      typing: 'is_typing',
    },
    textOf({ name, value }) {
      return name === 'newMsgHeard' && isObject(value) ? String(value['message']) : undefined;
    },
    confirmed({ name, value, entry }) {
      if (name !== 'msgSent' || !isObject(value)) return undefined;
      return said.get(`${entry.who} ${instantOf(value['message'])}`);
    },
    shows: { others: true },
    async outsider() {
      const inbox = await cast.inbox(carol);
      inboxes.set('carol', inbox);
      return inbox;
    },
    beside: beside(cast, inboxOf, times),
    forge: (text) => ({
      message: text,
      command: toPeople.say,
      msg_from: carol.phone,
      msg_to: bob.phone,
      sent_timestamp: spell(nextInstant(alice.phone)),
    }),
    isAuthor: ({ value }: Heard, who) => isObject(value) && String(value['msg_from']) === people[who].phone,
    /** What waits for this person: the dialect shows nobody what they sent. */
    async history(who) {
      const inbox = await inboxOf(who);
      const items = await given('Nothing could be fetched', () => inbox.fetch('fetch_msgs'));
      return items
        .sort((one, other) => instantOf(one.sent_timestamp) - instantOf(other.sent_timestamp))
        .map((item) => ({ ...lineOf(item), by: roleOf(cast, item.msg_from) }));
    },
  };
}

function lineOf({ message, msg_from, sent_timestamp }: Item): Line {
  return { text: String(message), id: `${String(msg_from)} ${instantOf(sent_timestamp)}` };
}

function newsIn(cast: Cast, name: string | undefined, value: unknown): News | undefined {
  const found = kinds[name ?? ''];
  if (found === undefined || !isObject(value)) return undefined;
  const { msg_from: from, msg_to: to, message, sent_timestamp } = value;
  const { kind, earlier } = found;
  const by = roleOf(cast, from);
  // Frames of a group, and of other conversations, look the same but for the numbers.
  if (by === undefined || roleOf(cast, to) === undefined || from === to) return undefined;
  if (earlier === undefined)
    return { kind, by, id: `${String(from)} ${instantOf(sent_timestamp)}`, ...textOf(kind, message) };
  const author = kind === 'confirmed' ? from : to;
  return { kind, by, id: `${String(author)} ${instantOf(message)}` };
}

const timeIn = ({ id = '' }: News): string => id.split(' ')[1] ?? '';

const textOf = (kind: NewsKind, message: unknown): { text?: string } =>
  kind === 'said' ? { text: String(message) } : {};

function roleOf({ alice, bob }: Cast, phone: unknown): Role | undefined {
  if (String(phone) === alice.phone) return 'alice';
  return String(phone) === bob.phone ? 'bob' : undefined;
}

/** A message is named by its author's number and its instant. */
function named({ alice, bob }: Cast, id: string): Named {
  const [phone, at] = id.split(' ');
  return { author: phone === bob.phone ? bob : alice, at: Number(at) };
}
