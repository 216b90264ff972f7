// What a dialect is to the server: one handler for each operation and each channel that its specs describe.
import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { Chat } from './chat.ts';
import type { Connection } from './connection.ts';
import type { Conversation, Person } from './store/changes.ts';

/** The outside of a request or an upgrade. */
export interface Head {
  headers: IncomingHttpHeaders;
  /** From the path and the query; validated, and numbers where the spec has integers. */
  parameters: Record<string, unknown>;
  /** The subprotocols that an upgrade offers. */
  protocols: string[];
  /** "http://127.0.0.1:8000", as the client knows it. */
  origin: string;
  url: string;
}

export interface UploadedFile {
  field: string;
  name: string;
  contentType: string;
  bytes: Buffer;
}

/** One request. Its parameters and its body are as the spec says, or the handler is not called. */
export interface Call<Parameters, Body = undefined> extends Head {
  parameters: Parameters & Record<string, unknown>;
  body: Body;
  files: UploadedFile[];
  /** Who asks. An operation that the spec doesn't secure can't know. */
  me: Person;
}

export interface Answer {
  /** 0 closes the connection without an answer. */
  status: number;
  headers?: Record<string, string>;
  /** An object for JSON, a text for HTML, bytes for a file; nothing for no body. */
  body?: unknown;
}

/** A handshake that is answered with an HTTP status and a sentence. */
export interface Refused {
  status: number;
  says: string;
}

/** What a connection is for: it hears what is said in its topics. */
export interface Entry {
  topics: string[];
  conversation?: Conversation;
}

/**
 * Handlers are synchronous: what they write is committed before what they send is on its way,
 * and nothing else happens in between.
 */
export type OperationServer = (chat: Chat, call: Call<never, never>) => Answer;

export interface ChannelServer {
  /** Lets somebody in, or refuses the handshake. */
  enter(chat: Chat, head: Head, me: Person): Entry | Refused;
  opened?(chat: Chat, connection: Connection): void;
  /** By message id; a frame is as the spec says, or the handler is not called. */
  frames: Record<string, (chat: Chat, connection: Connection, frame: never) => void>;
  /** After it has left its topics, however it was lost. */
  closed?(chat: Chat, connection: Connection): void;
}

export interface DialectServer {
  operations: Record<string, OperationServer>;
  channels: Record<string, ChannelServer>;
  /** The messages, by id, that bring somebody a new chat message. */
  delivers: readonly string[];
  /** The fields, of frames and bodies, in which people write. */
  texts: readonly string[];
  /** Who asks, by the dialect's own way of saying so. */
  who(chat: Chat, head: Head): Promise<Person | undefined> | Person | undefined;
  /** The subprotocol that an upgrade is answered with. */
  protocol?(offered: string[]): string | undefined;
  /** A refusal in the dialect's own form, of an operation or of anything else; without it, a status and a sentence. */
  refuse?(status: number, says: string, operation?: string): Answer;
  /** The frame that tells a client that its frame was of no use; without it, `{ type: 'error', message }`. */
  complain?(says: string, connection: Connection, frame: unknown, chat: Chat): unknown;
  /** The id under which clients know a person; without it, the number. */
  idOf?(person: Person): number | string;
  /** The folder of uploaded files; without it, /media/. */
  mediaFolder?: string;
  /** Routes that are not the documents' to describe, but where their frames lead. */
  mount?(app: FastifyInstance, chat: Chat): void;
}
