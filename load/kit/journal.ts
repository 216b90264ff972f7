// Tells what happened, as docs/journal-format.md has it, when a journal was asked for: line by line on k6's console.
import type { Event, What } from '../../suites/history/events.ts';
import type { Conversation } from './plan.ts';
import { plan } from './run.ts';
import { type Stamp, written } from './stamp.ts';
import type { View } from './view.ts';

/** k6's own. */
declare const console: { log(line: string): void };

/** The word that the lines of the journal begin with, and no others. */
const mark = __ENV['CHATPROOF_JOURNAL'];
export const journalled = mark !== undefined;

/** A place in a conversation: which of the people, and on which of the sockets. */
export interface Place {
  conversation: Conversation;
  side: number;
  seat: number;
}

let latest = 0;

function note(what: What): void {
  // A clock that is set back would turn round what happened.
  latest = Math.max(latest, Date.now());
  const event: Event = { t: latest, ...what };
  console.log(`${mark} ${JSON.stringify(event)}`);
}

/** Nobody is in two conversations: so no two have one name, whatever their accounts are called. */
function nameOf({ id, people }: Conversation, side: number): string {
  const { username = '', phone = '', id: own = '' } = people[side] ?? {};
  return `${username || phone || own} ${id}.${side}`.trim();
}

function placed({ conversation, side, seat }: Place): { person: string; socket: string } {
  const person = nameOf(conversation, side);
  return { person, socket: `${person} on ${seat}` };
}

export function introduced(conversation: Conversation): void {
  if (!journalled) return;
  const members = conversation.people.map((_, side) => nameOf(conversation, side));
  note({ kind: 'conversation', conversation: String(conversation.id), members });
}

export function came(place: Place): void {
  if (journalled) note({ kind: 'connect', ...placed(place), conversation: String(place.conversation.id) });
}

export function went(place: Place): void {
  if (journalled) note({ kind: 'disconnect', ...placed(place) });
}

export function spoke(place: Place, message: string): void {
  if (journalled)
    note({ kind: 'send', ...placed(place), conversation: String(place.conversation.id), message });
}

/** `of` is the conversation that the message says it belongs to. */
export function listened(place: Place, of: number, message: string): void {
  note({ kind: 'deliver', ...placed(place), conversation: String(of), message });
}

let astray = 0;

/**
 * A greeting of others. Greetings are told of only when they went astray, and many have one text: so each is a message
 * of its own, in a conversation of its own, where nobody misses it.
 */
export function overheard(place: Place, stamp: Stamp): void {
  const all = place.conversation.people.length > 2 ? plan.groups : plan.conversations;
  const others = all.find(({ id }) => id === stamp.conversation);
  if (others === undefined) return;
  astray += 1;
  const { person, socket } = placed(place);
  const conversation = `${stamp.conversation} greets ${socket} ${astray}`;
  const message = written(stamp);
  const members = others.people.map((_, side) => nameOf(others, side));
  const author = nameOf(others, stamp.sender);
  note({ kind: 'conversation', conversation, members });
  note({ kind: 'send', person: author, socket: `${author} in ${conversation}`, conversation, message });
  note({ kind: 'deliver', person, socket, conversation, message });
  isOver(conversation);
}

/** The messages in question and whatever does not belong there: what else is shown has been left out. */
export function looked(place: Omit<Place, 'seat'>, asked: number, { found, foreign }: View): void {
  if (!journalled) return;
  const { conversation, side } = place;
  const newestFirst = (found[0]?.n ?? 0) > (found.at(-1)?.n ?? 0);
  const alien = foreign.filter(({ n }) => n >= 0);
  const shown = [...alien, ...(newestFirst ? found.toReversed() : found)];
  const messages = shown.map((stamp) => ({ message: written(stamp) }));
  note({
    kind: 'view',
    person: nameOf(conversation, side),
    conversation: String(conversation.id),
    asked,
    messages,
    cut: true,
  });
}

/** All has been waited for: whoever joins the journals reads from it that the run was not broken off. */
export function over(conversations: Conversation[]): void {
  if (journalled) for (const { id } of conversations) isOver(String(id));
}

function isOver(conversation: string): void {
  note(Object.assign({ kind: 'settled' } as const, { conversation }));
}
