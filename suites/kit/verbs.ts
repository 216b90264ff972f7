// What can be said about any dialect in the same words: the common checks and the model are written in these.
import type { Beside, Member } from './beside.ts';
import type { Entrances } from './entrances.ts';
import type { Heard, Socket } from './socket.ts';
import type { World } from './world.ts';

export type Role = 'alice' | 'bob';

/** How an operation ended for the one who asked; untold where the dialect has no answers. */
export type Ending = 'done' | 'refused' | 'unknown' | 'untold';

export type NewsKind =
  | 'said'
  | 'edited'
  | 'removed'
  | 'confirmed'
  | 'delivered'
  | 'read'
  | 'received'
  | 'typing'
  | 'entered'
  | 'left'
  | 'announced';

/** What a frame tells, in the same words for every dialect. */
export interface News {
  kind: NewsKind;
  /** The id of the message that it is about, as text. */
  id?: string | undefined;
  text?: string | undefined;
  /** Who did it, as the frame says; undefined when it is neither of the two, or nobody is named. */
  by?: Role | undefined;
  /** The file that it shows. */
  file?: ShownFile;
}

export interface GivenFile {
  name: string;
  bytes: Uint8Array;
}

/** A file as a frame or a view shows it: what it is called, and where it is said to be. */
export interface ShownFile {
  name?: unknown;
  address: unknown;
}

/** Somebody in the conversation of alice and bob, ready to say and to hear. */
export interface Party {
  who: Role;
  /** The socket that carries what this person says. */
  out: Socket;
  /** The socket on which this person hears; the same one in most dialects. */
  ear: Socket;
  say(text: string): void;
  /** The frame that brought this text from the other; a Failure when it does not come. */
  hear(text: string): Promise<Heard>;
  /** Every frame so far that brought this text. */
  heard(text: string): Heard[];
  /** Gives a message of this conversation another text; `as`: claims in the request to be this person. */
  edit?(id: string, text: string, as?: Role): Promise<Ending>;
  remove?(id: string): Promise<Ending>;
  /** Says that one has received a message of the other. */
  acknowledge?(id: string): void;
  /** Says that one has read a message of the other; without an id, all of them. */
  markRead?(id?: string): void;
  type?(): void;
  /** Tells the other of a message that one has uploaded, in words that are not the message's own. */
  announce?(id: string, text: string): void;
  /** Who of the three was in the conversation, as this socket was told on connecting. */
  present?: readonly Member[];
}

/** One message as a view over HTTP, or on connecting, shows it. */
export interface Line {
  text: string;
  id?: string;
  status?: string;
  by?: Role | undefined;
  /** The file that came with it; null where it is shown as one without. */
  file?: ShownFile | null;
}

export interface Verbs {
  world: World;
  entrances: Entrances;
  /** Enters the conversation of alice and bob on a new socket. */
  join(who: Role): Promise<Party>;
  /** What the frame tells of this conversation; undefined when it tells nothing that all dialects have words for. */
  newsOf(heard: Heard): News | undefined;
  /** The name on the wire of the frames that tell this, where they carry one. */
  words: Partial<Record<NewsKind, string>>;
  /** How many messages of the conversation this person has not read. */
  unread?(who: Role): Promise<number>;
  /** The text of the message that this frame brings; undefined when it brings none. */
  textOf(heard: Heard): string | undefined;
  /** A client frame that says `text` and claims to come from somebody else; absent when a frame names no author. */
  forge?(text: string): unknown;
  /** Who wrote the message that this frame brought, as the frame says: true when it is `who`. */
  isAuthor?(heard: Heard, who: Role): boolean;
  /** Opens the socket that alice uses in `join`, with another token or none; absent when sockets carry no token. */
  knock?(token: string | undefined): Promise<Socket>;
  tokens?: { valid: string; expired: string | undefined };
  /** The conversation as this person is shown it, oldest first. */
  history?(who: Role): Promise<Line[]>;
  /** How much of the conversation `history` shows; all of it when left out. Some can only look by connecting. */
  shows?: { newest?: number; others?: true; connects?: true };
  /** Stores a message with a file, of which nobody hears before it is announced; its id, when it was taken. */
  upload?(who: Role, text: string, file: GivenFile): Promise<{ ending: Ending; id?: string | undefined }>;
  /** What this person gets from where a file is said to be; undefined when they get nothing. */
  fetch?(who: Role, file: ShownFile): Promise<Uint8Array | undefined>;
  /** The text of the message of which this frame tells its sender that it was taken; absent when hearing it does. */
  confirmed?(heard: Heard): string | undefined;
  /** A socket on which carol, who is no part of this conversation, hears what is hers. */
  outsider?(): Promise<Socket>;
  /** What is said beside the conversation of alice and bob, by and to all three. */
  beside?: Beside;
  /** Frames that lack what the dialect asks of them, or have it of another type. */
  unexpected?: readonly unknown[];
}
