// A journal put in order for the judges: who was connected when, what was sent, and from when on it is known to have
// happened. One pass; every judge then walks what it needs.
import type { Event, Key } from './events.ts';
import type { Conversation, Message, Session } from './records.ts';

export interface History {
  events: readonly Event[];
  sessions: Session[];
  conversations: Map<string, Conversation>;
  /** The lines at which nothing was on its way. */
  settled: number[];
  /** True when the line was written before this moment. */
  before(line: number, moment: number): boolean;
  /** A mark for messages that no walk has used yet. */
  newStamp(): number;
}

export function historyOf(events: readonly Event[]): History {
  const conversations = new Map<string, Conversation>();
  const sessions: Session[] = [];
  const open = new Map<string, Session>();
  const settled: number[] = [];
  let messages = 0;

  const conversationOf = (name: string): Conversation => {
    const known = conversations.get(name);
    if (known !== undefined) return known;
    const made: Conversation = {
      name,
      members: undefined,
      echo: false,
      messages: new Map(),
      sent: [],
      views: [],
      ids: new Map(),
    };
    conversations.set(name, made);
    return made;
  };
  const messageOf = (name: string, key: Key): Message => {
    const conversation = conversationOf(name);
    const known = conversation.messages.get(key);
    if (known !== undefined) return known;
    const made = newMessage(key, conversation, ++messages);
    conversation.messages.set(key, made);
    return made;
  };
  const begin = (event: { person: string; socket: string; conversation?: string }, line: number): Session => {
    const { person, socket, conversation } = event;
    const made: Session = {
      number: sessions.length,
      person,
      socket,
      conversation,
      from: line,
      to: Infinity,
      sent: [],
      heard: { messages: [], lines: [] },
    };
    sessions.push(made);
    open.set(socket, made);
    return made;
  };
  const end = (socket: string, line: number): void => {
    const session = open.get(socket);
    if (session !== undefined) session.to = line;
    open.delete(socket);
  };
  // A socket that was never said to be connected can miss nothing.
  const sessionOf = (event: { person: string; socket: string }): Session =>
    open.get(event.socket) ?? begin({ person: event.person, socket: event.socket }, Infinity);
  const happened = (message: Message, line: number): void => {
    if (line < message.known) message.known = line;
  };

  for (let line = 0; line < events.length; line += 1) {
    const event = events[line];
    if (event === undefined) continue;
    switch (event.kind) {
      case 'journal':
        break;
      case 'conversation': {
        const conversation = conversationOf(event.conversation);
        conversation.members = new Set(event.members);
        conversation.echo = event.echo === true;
        break;
      }
      case 'connect':
        end(event.socket, line);
        begin(event, line);
        break;
      case 'disconnect':
        end(event.socket, line);
        break;
      case 'send': {
        const message = messageOf(event.conversation, event.message);
        if (message.send !== undefined) break;
        const session = sessionOf(event);
        message.send = { line, person: event.person, session, text: event.text };
        message.earlier = false;
        session.sent.push(message);
        message.conversation.sent.push(message);
        break;
      }
      case 'acknowledge': {
        const message = messageOf(event.conversation, event.message);
        happened(message, line);
        if (event.id !== undefined && message.id === undefined) name(message, event.id, line);
        break;
      }
      case 'refuse':
        messageOf(event.conversation, event.message).refused ??= line;
        break;
      case 'deliver': {
        const message = messageOf(event.conversation, event.message);
        happened(message, line);
        if (event.id !== undefined && message.id === undefined) name(message, event.id, line);
        const { heard } = sessionOf(event);
        heard.messages.push(message);
        heard.lines.push(line);
        break;
      }
      case 'view': {
        const conversation = conversationOf(event.conversation);
        const isFirst = conversation.sent.length === 0;
        const shown: Message[] = [];
        for (const { message: key, id } of event.messages) {
          const message = messageOf(event.conversation, key);
          happened(message, line);
          if (id !== undefined && message.id === undefined) name(message, id, line);
          if (isFirst) message.earlier = true;
          shown.push(message);
        }
        conversation.views.push({ line, event, shown });
        break;
      }
      case 'edit':
        messageOf(event.conversation, event.message).edits.push({
          text: event.text,
          asked: line,
          known: Infinity,
        });
        break;
      case 'edited': {
        const { edits } = messageOf(event.conversation, event.message);
        const edit = edits.find(({ text, known }) => text === event.text && known === Infinity);
        if (edit !== undefined) edit.known = line;
        break;
      }
      case 'delete':
        messageOf(event.conversation, event.message).deletion ??= line;
        break;
      case 'deleted': {
        const message = messageOf(event.conversation, event.message);
        message.deletion ??= line;
        message.deleted ??= line;
        break;
      }
      case 'settled':
        settled.push(line);
        // What was sent on a connection that still stands has arrived.
        for (const { sent } of open.values())
          for (let at = sent.length - 1; at >= 0; at -= 1) {
            const message = sent[at];
            if (message === undefined || message.stamp === -1) break;
            message.stamp = -1;
            happened(message, line);
          }
        break;
      default:
        break;
    }
  }
  for (const session of sessions) implied(session);
  let stamps = 0;
  return {
    events,
    sessions,
    conversations,
    settled,
    before: (line, moment) => (events[line]?.t ?? Infinity) < moment,
    newStamp: () => ++stamps,
  };
}

/** A connection is read in order: what was sent before something that has happened has happened, too. */
function implied({ sent }: Session): void {
  let known = Infinity;
  for (let at = sent.length - 1; at >= 0; at -= 1) {
    const message = sent[at];
    if (message === undefined) continue;
    if (message.refused !== undefined && message.known === Infinity) continue;
    if (message.known < known) known = message.known;
    else message.known = known;
  }
}

function name(message: Message, id: Key, line: number): void {
  const { ids } = message.conversation;
  const namesake = ids.get(id);
  message.id = id;
  message.idLine = line;
  if (namesake === undefined) ids.set(id, message);
  else if (namesake.send === undefined) namesake.namesake = message;
  else message.namesake = namesake;
}

function newMessage(key: Key, conversation: Conversation, number: number): Message {
  return {
    number,
    key,
    conversation,
    send: undefined,
    refused: undefined,
    known: Infinity,
    earlier: false,
    id: undefined,
    idLine: Infinity,
    namesake: undefined,
    edits: [],
    deletion: undefined,
    deleted: undefined,
    stamp: 0,
  };
}
