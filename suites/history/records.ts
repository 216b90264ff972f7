// What the judges walk: connections, conversations, messages and views, each with the lines of the journal it is from.
import type { EventOf, Key } from './events.ts';

/** One connection of one person. */
export interface Session {
  number: number;
  person: string;
  socket: string;
  /** Undefined when it hears all conversations of its person. */
  conversation: string | undefined;
  /** The lines between which it was connected; Infinity when it never ended. */
  from: number;
  to: number;
  sent: Message[];
  /** What it heard, and at which line. */
  heard: { messages: Message[]; lines: number[] };
}

export interface Message {
  number: number;
  key: Key;
  conversation: Conversation;
  /** Undefined when nobody sent it. */
  send: { line: number; person: string; session: Session; text: string | undefined } | undefined;
  refused: number | undefined;
  /** The line from which on it has certainly happened; Infinity while it may or may not have. */
  known: number;
  /** It was there before the journal began. */
  earlier: boolean;
  /** Under which id it was seen first, and where. */
  id: Key | undefined;
  idLine: number;
  /** The message that had the same id before. */
  namesake: Message | undefined;
  edits: Edit[];
  /** The line at which somebody first asked for its deletion, and the one at which that was announced. */
  deletion: number | undefined;
  deleted: number | undefined;
  /** A judge's own note, valid for one walk. */
  stamp: number;
}

export interface Edit {
  text: string;
  asked: number;
  known: number;
}

export interface Conversation {
  name: string;
  members: Set<string> | undefined;
  echo: boolean;
  messages: Map<Key, Message>;
  /** In the order of sending. */
  sent: Message[];
  views: View[];
  /** Which message was the first to be seen under an id. */
  ids: Map<Key, Message>;
}

/** Messages in the order in which somebody saw them, and the line of each; one line for all in a view. */
export interface Sight {
  messages: readonly Message[];
  lines: readonly number[] | number;
}

export function lineOf({ lines }: Sight, at: number): number {
  return typeof lines === 'number' ? lines : (lines[at] ?? Infinity);
}

export interface View {
  line: number;
  event: EventOf<'view'>;
  shown: Message[];
}

/** How a message is called in a sentence. */
export function called({ key }: Message): string {
  return typeof key === 'number' ? `message ${key}` : JSON.stringify(key);
}
