import type { DeleteMessage, EditMessage, SendText } from '../../../specs/actions/generated/frames.ts';
import type { Chat } from '../../chat.ts';
import type { Connection } from '../../connection.ts';
import type { ChannelServer, Entry, Head, Refused } from '../../dialect-server.ts';
import type { Message, Person } from '../../store/changes.ts';
import { sendFile } from './files.ts';
import { say, topicOf } from './say.ts';
import { shownInHistory } from './shown.ts';

/** The socket of one room: /ws/chat/?room_id=4 */
export const room: ChannelServer = {
  enter(chat: Chat, { parameters }: Head, me: Person): Entry | Refused {
    const id = String(parameters['room_id']);
    const conversation = /^\d{1,15}$/.test(id) ? chat.conversations.byId(Number(id)) : undefined;
    if (conversation === undefined) return { status: 404, says: 'There is no such room.' };
    const isMember = chat.conversations.isMember(conversation.id, me.id);
    if (!chat.seams.decide('member', isMember, { about: conversation }))
      return { status: 403, says: 'This room is for its two members.' };
    return { topics: [topicOf(conversation.id)], conversation };
  },

  opened(chat, connection) {
    connection.send('history', history(chat, connection));
  },

  frames: { sendText, sendFile, editMessage, deleteMessage },
};

/** The newest 50, the oldest first; none at all when a stored field can't be read (actions.md:238). */
function history(chat: Chat, { conversation, head }: Connection): object[] {
  try {
    const newest = chat.messages.newest(conversation.id, 50);
    return newest.reverse().map((message) => shownInHistory(chat, message, head.origin));
  } catch {
    return [];
  }
}

function sendText(chat: Chat, connection: Connection, frame: SendText): void {
  const isSaid = say(chat, connection, frame.message);
  if (!isSaid) connection.complain('This room has been deleted.', frame);
}

function editMessage(chat: Chat, connection: Connection, frame: EditMessage): void {
  const message = ownMessage(chat, connection, frame);
  if (message === undefined) return;
  // An edit within the millisecond of the message is still later than it, to clients that read no microseconds.
  const updatedAt = Math.max(chat.clock.now(), message.updatedAt + 1000);
  const { text } = chat.messages.change(message, { text: frame.text, updatedAt });
  const edited = { type: 'message_edited', message_id: message.id, text };
  chat.hub.tell(topicOf(message.conversation), 'edited', edited);
}

function deleteMessage(chat: Chat, connection: Connection, frame: DeleteMessage): void {
  const message = ownMessage(chat, connection, frame);
  if (message === undefined) return;
  chat.messages.remove(message.id);
  const deleted = { type: 'message_deleted', message_id: message.id };
  chat.hub.tell(topicOf(message.conversation), 'deleted', deleted);
}

// Somebody else's message is answered like one that doesn't exist, so that nobody learns which ids do.
function ownMessage(
  chat: Chat,
  connection: Connection,
  frame: EditMessage | DeleteMessage,
): Message | undefined {
  const { me, conversation } = connection;
  const about = chat.messages.byId(Number(frame.message_id));
  const isHere = about && chat.seams.decide('here', about.conversation === conversation.id, { about });
  const isAuthor = about && chat.seams.decide('author', about.sender === me.id, { about });
  if (isHere && isAuthor) return about;
  connection.complain(`There is no message ${frame.message_id} of yours in this room.`, frame);
  return undefined;
}
