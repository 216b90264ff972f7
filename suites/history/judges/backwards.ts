import type { Key } from '../events.ts';
import { type Finding, type Judge, type Place, witness } from '../finding.ts';
import { called, type Message } from '../records.ts';

/** How far a message has come. */
const ranks = new Map<Key, number>([
  ['send', 0],
  ['sent', 0],
  ['delivered', 1],
  ['received', 1],
  ['read', 2],
  ['seen', 2],
]);

export const backwards: Judge = {
  name: 'backwards',
  says: 'The status of a message goes forwards: sent, delivered, read.',
  judge({ events, conversations, before }) {
    const found: Finding[] = [];
    /** The furthest that each socket, and each person, has seen of each message. */
    const [sockets, people] = [new Map<string, Book>(), new Map<string, Book>()];
    for (const [line, event] of events.entries()) {
      if (event.kind !== 'status' && event.kind !== 'view') continue;
      const { person } = event;
      const messages = conversations.get(event.conversation)?.messages;
      const isView = event.kind === 'view';
      const all = bookOf(people, person);
      // Two sockets of one person may hear things in different orders; a view comes after what it was asked after.
      const own = isView ? all : bookOf(sockets, event.socket ?? person);
      for (const { message: key, status } of isView ? event.messages : [event]) {
        const rank = rankOf(status);
        const message = messages?.get(key);
        if (status === undefined || rank === undefined || message === undefined) continue;
        const one: Seen = { line, person, status, rank };
        const earlier = own.get(message.number);
        if (earlier !== undefined && rank < earlier.rank && (!isView || before(earlier.line, event.asked)))
          found.push(told(message, earlier, { ...one, place: isView ? 'view' : 'socket' }));
        if ((earlier?.rank ?? -1) < rank) own.set(message.number, one);
        if (!isView && (all.get(message.number)?.rank ?? -1) < rank) all.set(message.number, one);
      }
    }
    return found;
  },
};

/** By the numbers of the messages. */
type Book = Map<number, Seen>;

function bookOf(books: Map<string, Book>, name: string): Book {
  const known = books.get(name);
  if (known !== undefined) return known;
  const made: Book = new Map();
  books.set(name, made);
  return made;
}

interface Seen {
  line: number;
  person: string;
  status: Key;
  rank: number;
}

function rankOf(status: Key | undefined): number | undefined {
  if (status === undefined) return undefined;
  return typeof status === 'number' ? status : ranks.get(status.toLowerCase());
}

function told(message: Message, earlier: Seen, later: Seen & { place: Place }): Finding {
  return {
    judge: 'backwards',
    place: later.place,
    of: String(earlier.status),
    conversation: message.conversation.name,
    expected: `${called(message)} stays "${earlier.status}"`,
    received: `"${later.status}"`,
    because: `${later.person} saw ${called(message)} as "${later.status}" after "${earlier.status}"`,
    witness: witness(message.send?.line, earlier.line, later.line),
  };
}
