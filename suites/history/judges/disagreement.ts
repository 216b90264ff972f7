import { type Finding, type Judge, type Place, witness } from '../finding.ts';
import type { History } from '../history.ts';
import { type Conversation, called, lineOf, type Message, type Session, type Sight } from '../records.ts';

export const disagreement: Judge = {
  name: 'disagreement',
  says: 'Everybody in a conversation hears, and is shown, its messages in one order.',
  judge: (history) => [...betweenSockets(history), ...betweenViews(history)],
};

/** One observer's order of a conversation. */
interface Order extends Sight {
  who: string;
}

function betweenSockets({ sessions, conversations }: History): Finding[] {
  const orders = new Map<Conversation, Order[]>([...conversations.values()].map((one) => [one, []]));
  for (const { person, socket, heard } of sessions) {
    const who = `${person}'s socket "${socket}"`;
    for (const [conversation, sight] of apart(heard)) orders.get(conversation)?.push({ who, ...sight });
  }
  return [...orders.values()].flatMap((all) => contradictions(all, 'socket'));
}

/** What one socket heard of each conversation. */
function apart(heard: Session['heard']): Map<Conversation, Session['heard']> {
  const [first] = heard.messages;
  const parts = new Map<Conversation, Session['heard']>();
  if (first === undefined) return parts;
  if (heard.messages.every(({ conversation }) => conversation === first.conversation))
    return parts.set(first.conversation, heard);
  for (const [at, message] of heard.messages.entries()) {
    const part = parts.get(message.conversation) ?? { messages: [], lines: [] };
    parts.set(message.conversation, part);
    part.messages.push(message);
    part.lines.push(lineOf(heard, at));
  }
  return parts;
}

function betweenViews({ conversations }: History): Finding[] {
  return [...conversations.values()].flatMap(({ views }) =>
    contradictions(
      views.map(({ shown, line, event }) => ({
        who: `the view of ${event.person}`,
        messages: shown,
        lines: line,
      })),
      'view',
    ),
  );
}

/** Everybody's order against that of whoever saw most; one contradiction each is enough. */
function contradictions(orders: readonly Order[], place: Place): Finding[] {
  const [first, ...others] = orders.toSorted((one, other) => other.messages.length - one.messages.length);
  if (first === undefined || others.length === 0) return [];
  const rank = new Map<number, number>();
  for (const [at, { number }] of first.messages.entries()) if (!rank.has(number)) rank.set(number, at);
  return others.flatMap((order) => {
    let last = -1;
    let latest = -1;
    for (let at = 0; at < order.messages.length; at += 1) {
      const [message, before] = [order.messages[at], order.messages[latest]];
      const standing = message === undefined ? undefined : rank.get(message.number);
      if (message === undefined || standing === undefined || message === before) continue;
      if (standing > last) [last, latest] = [standing, at];
      else if (before !== undefined && isOfAnother(message, before))
        return [told(first, order, { early: latest, late: at, was: standing, is: last }, place)];
    }
    return [];
  });
}

/** Two messages of one connection have an order of their own, with a judge of its own. */
function isOfAnother(one: Message, other: Message): boolean {
  return one.send === undefined || one.send.session !== other.send?.session;
}

/** Where the two messages stand in the one order and in the other. */
interface Places {
  early: number;
  late: number;
  was: number;
  is: number;
}

function told(first: Order, order: Order, { early, late, was, is }: Places, place: Place): Finding {
  const [message, other] = [order.messages[late], order.messages[early]];
  const [one, another] = [message, other].map((each) => (each === undefined ? '' : called(each)));
  return {
    judge: 'disagreement',
    place,
    conversation: message?.conversation.name ?? '',
    expected: `one order of ${one} and ${another}`,
    received: 'both orders',
    because: `${first.who} has ${one} before ${another}, and ${order.who} has them the other way round`,
    witness: witness(lineOf(first, was), lineOf(first, is), lineOf(order, early), lineOf(order, late)),
  };
}
