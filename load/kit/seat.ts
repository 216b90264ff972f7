// What a dialect has to say about its people: how one joins, and what they say and hear.
import type { Conversation } from './plan.ts';
import type { Promised } from './view.ts';

/** A person who has joined: ready to say something, and to leave. */
export interface Seat {
  /** False when the socket is not open any more. */
  say(text: string): boolean;
  leave(): void;
  /** A message with a file, where the dialect has files; `sending` is called when the file is up and the message goes. */
  share?(text: string, bytes: ArrayBuffer, sending: () => void): Promise<boolean>;
  /** Tells the other that this person is typing, where the dialect has that. */
  type?(): void;
}

/** What is told about what arrives; a scenario that does not care for some of it leaves it alone. */
export interface Ears {
  /** The text of a message, also of one's own. */
  text(text: unknown): void;
  /** News about the message with this text: it was delivered, read, confirmed, … */
  receipt(kind: string, text: unknown): void;
  /** The address of the file that came with the message with this text. */
  file(text: unknown, address: unknown): void;
  typing(): void;
}

/** Lets one of the people join; undefined when they can't. */
export type Join = (conversation: Conversation, side: number, ears: Ears) => Promise<Seat | undefined>;

/** The texts of the conversation's newest messages, as this person is shown them; undefined when they are not. */
export interface Read extends Promised {
  (conversation: Conversation, side: number): Promise<unknown[] | undefined>;
}

/** The texts that this person's list of conversations shows as said last, where it does; undefined without a list. */
export type List = (conversation: Conversation, side: number) => Promise<unknown[] | undefined>;
