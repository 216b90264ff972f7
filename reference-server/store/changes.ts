// What the store knows, and every way in which it can change.
export interface Person {
  id: number;
  uuid: string;
  username: string;
  email: string;
  phone: string;
}

export interface Conversation {
  id: number;
  kind: 'pair' | 'group';
  key: string;
  createdAt: number;
}

export interface Member {
  conversation: number;
  person: number;
  admin: number;
  receivedAt: number | null;
  readAt: number | null;
}

export interface Message {
  id: number;
  conversation: number;
  sender: number;
  receiver: number | null;
  text: string;
  status: string;
  /** When its sender says that it was sent; null where the dialect has no such time. */
  sentAt: number | null;
  createdAt: number;
  updatedAt: number;
  /** What only one dialect knows about a message, as JSON. */
  extra: string;
}

export interface Upload {
  id: number;
  /** Null where uploading needs no token. */
  owner: number | null;
  message: number | null;
  /** The last part of its address. */
  location: string;
  name: string;
  contentType: string;
  size: number;
  createdAt: number;
}

/** Without an id, unless a fault dropped it: then with the id that it used up. */
type New<Row> = Omit<Row, 'id'> & { id?: number };
export type NewMessage = New<Message>;
export type NewConversation = New<Conversation>;
export type NewUpload = New<Upload> & { bytes: Buffer };
export type MessageFields = Partial<Omit<Message, 'id'>>;
export type MemberFields = Partial<Omit<Member, 'conversation' | 'person'>>;

/** One write. A fault can alter it or drop it (see ../fault-kit/faults.ts). */
export type Change =
  | { kind: 'add message'; message: NewMessage }
  | { kind: 'change message'; id: number; fields: MessageFields }
  | { kind: 'remove message' | 'remove conversation'; id: number }
  | { kind: 'add pending'; person: number; conversation: number; message: number }
  | { kind: 'remove pending'; person: number; conversation: number; message: number }
  | { kind: 'add conversation'; conversation: NewConversation }
  | { kind: 'add member'; member: Member }
  | { kind: 'change member'; conversation: number; person: number; fields: MemberFields }
  | { kind: 'add upload'; upload: NewUpload };
