import type { Chat } from '../../chat.ts';
import type { Answer, Call } from '../../dialect-server.ts';
import type { Message } from '../../store/changes.ts';
import { topicOf, wholeMilliseconds } from './room.ts';

export function getOrCreateRoom(chat: Chat, call: Call<{ user_id_1: number; user_id_2: number }>): Answer {
  const { user_id_1: one, user_id_2: other } = call.parameters;
  if (chat.people.by('id', one) === undefined || chat.people.by('id', other) === undefined) {
    return refused(404, 'There is no such person.');
  }
  if (one === other) return refused(400, 'A room is for two people.');
  const isOne = call.me.id === one || call.me.id === other;
  if (!chat.seams.decide('member', isOne)) return refused(403, 'Only for oneself and another person.');
  const { id } = chat.conversations.getOrCreatePair(one, other, chat.clock.now());
  return { status: 200, body: { room_id: id } };
}

export function editMessage(chat: Chat, call: Call<{ message_id: number }, { text: string }>): Answer {
  const message = ownMessage(chat, call);
  if (message === undefined) return refused(404, 'There is no such message of yours.');
  const { text } = call.body;
  // An edit within the millisecond of the message is still later than it.
  const updatedAt = Math.max(wholeMilliseconds(chat.clock.now()), message.updatedAt + 1000);
  chat.messages.change(message, { text, updatedAt });
  const frame = { type: 'message_edited', message_id: message.id, text };
  chat.hub.tell(topicOf(message.conversation), 'edited', frame);
  return { status: 200, body: { status: 'success', message: 'Message updated successfully' } };
}

export function deleteMessage(chat: Chat, call: Call<{ message_id: number }>): Answer {
  const message = ownMessage(chat, call);
  if (message === undefined) return refused(404, 'There is no such message of yours.');
  chat.messages.remove(message.id);
  chat.hub.tell(topicOf(message.conversation), 'deleted', {
    type: 'message_deleted',
    message_id: message.id,
  });
  // receipts.md:69 shows a body under 204, where HTTP forbids one.
  return { status: 204 };
}

// Somebody else's message is answered like one that doesn't exist, so that nobody learns which ids do.
function ownMessage(
  chat: Chat,
  { me, parameters }: Call<{ message_id: number }, unknown>,
): Message | undefined {
  const about = chat.messages.byId(parameters.message_id);
  const isAuthor = about && chat.seams.decide('author', about.sender === me.id, { about });
  return isAuthor ? about : undefined;
}

function refused(status: number, detail: string): Answer {
  return { status, body: { detail } };
}
