// The abstract verbs, said in dialogues.
import { given } from '../kit/failure.ts';
import { isObject } from '../kit/match.ts';
import type { Heard } from '../kit/socket.ts';
import type { Line, Verbs } from '../kit/verbs.ts';
import { toPeople } from './chat.ts';
import type { Cast } from './driver.ts';
import type { Inbox, Item } from './inbox.ts';
import { instantOf, nextInstant, spell } from './time.ts';

export function verbs(cast: Cast): Verbs {
  const { world, alice, bob, carol } = cast;
  const people = { alice, bob };
  const others = { alice: bob, bob: alice };
  /** What was said in this check, by its author and time. */
  const said = new Map<string, string>();
  const inboxes = new Map<string, Inbox>();
  return {
    world,
    async join(who) {
      const [ear, chat] = await Promise.all([cast.inbox(people[who]), cast.chat(people[who], others[who])]);
      inboxes.set(who, ear);
      return {
        who,
        out: chat.socket,
        ear,
        say: (text) => void said.set(`${who} ${chat.say(text).at}`, text),
        hear: (text) => ear.hears('newMsgHeard', { message: text }),
        heard: (text) => ear.all('newMsgHeard', { message: text }),
      };
    },
    textOf({ name, value }) {
      return name === 'newMsgHeard' && isObject(value) ? String(value['message']) : undefined;
    },
    confirmed({ name, value, entry }) {
      if (name !== 'msgSent' || !isObject(value)) return undefined;
      return said.get(`${entry.who} ${instantOf(value['message'])}`);
    },
    shows: { others: true },
    outsider: () => cast.inbox(carol),
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
      const known = inboxes.get(who);
      const inbox = known?.isOpen === true ? known : await cast.inbox(people[who]);
      const items = await given('Nothing could be fetched', () => inbox.fetch('fetch_msgs'));
      return items
        .sort((one, other) => instantOf(one.sent_timestamp) - instantOf(other.sent_timestamp))
        .map(lineOf);
    },
  };
}

function lineOf({ message, msg_from, sent_timestamp }: Item): Line {
  return { text: String(message), id: `${String(msg_from)} ${instantOf(sent_timestamp)}` };
}
