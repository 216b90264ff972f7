// One line of a journal, as docs/journal-format.md describes it.

/** What names a message within its conversation: its text, a number of the sender's, or an id. */
export type Key = string | number;

interface OfConversation {
  person: string;
  conversation: string;
}

interface OfMessage extends OfConversation {
  message: Key;
}

export interface Shown {
  message: Key;
  id?: Key;
  text?: string;
  status?: Key;
}

export type What =
  | { kind: 'journal'; dialect?: string }
  /** `echo`: the sender's own sockets hear what they send. */
  | { kind: 'conversation'; conversation: string; members: string[]; echo?: boolean }
  /** From here on the socket hears: one conversation, or all of the person's. */
  | { kind: 'connect'; person: string; socket: string; conversation?: string }
  | { kind: 'disconnect'; person: string; socket: string }
  | ({ kind: 'send'; socket: string; text?: string } & OfMessage)
  | ({ kind: 'acknowledge'; id?: Key } & OfMessage)
  | ({ kind: 'refuse' } & OfMessage)
  | ({ kind: 'deliver'; socket: string; id?: Key; text?: string } & OfMessage)
  | ({
      kind: 'view';
      /** When it was asked for; the line's own time is when the answer was there. */
      asked: number;
      /** Oldest first. */
      messages: Shown[];
      /** Older messages may have been left out. */
      cut?: boolean;
      /** It shows only what others wrote to the viewer. */
      others?: boolean;
    } & OfConversation)
  | ({ kind: 'edit'; text: string } & OfMessage)
  | ({ kind: 'edited'; text: string; socket?: string } & OfMessage)
  | ({ kind: 'delete' } & OfMessage)
  | ({ kind: 'deleted'; socket?: string } & OfMessage)
  | ({ kind: 'status'; status: Key; socket?: string } & OfMessage)
  | ({ kind: 'counter'; value: number; socket?: string } & OfConversation)
  | ({ kind: 'read' } & OfConversation)
  /** Nothing is on its way any more. */
  | { kind: 'settled' };

/** `t`: milliseconds on one clock, never falling. */
export type Event = { t: number } & What;
export type Kind = What['kind'];
export type EventOf<K extends Kind> = Extract<Event, { kind: K }>;
