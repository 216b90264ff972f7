import type { Chat } from '../../chat.ts';
import type { Answer, Call } from '../../dialect-server.ts';
import { refusal } from '../../operations.ts';
import type { Conversation } from '../../store/changes.ts';
import { withMicroseconds } from '../../times.ts';
import { topicOf } from './say.ts';

/** As many rooms as the example shows on one page. */
const PAGE = 4;

/** A page of a person's rooms, the oldest first, each with what was said last. */
export function listRooms(chat: Chat, call: Call<{ first_user: number }>): Answer {
  const { me, origin, parameters } = call;
  const user = parameters.first_user;
  const isMine = chat.seams.decide('own list', user === me.id, { about: user });
  if (!isMine) return refusal(chat, 403, 'These are the rooms of somebody else.');
  const rooms = chat.conversations.ofPerson(user);
  const last = Math.max(1, Math.ceil(rooms.length / PAGE));
  const page = Number(parameters['page'] ?? 1);
  if (!Number.isInteger(page) || page < 1 || page > last) return refusal(chat, 404, 'There is no such page.');
  const address = `${origin}/en/api/v1/chat/recieve/?first_user=${user}`;
  const results = rooms.slice((page - 1) * PAGE, page * PAGE).map((room) => shownRoom(chat, room, user));
  const body = {
    count: rooms.length,
    next: page < last ? `${address}&page=${page + 1}` : null,
    previous: page > 1 ? `${address}&page=${page - 1}` : null,
    results,
  };
  return { status: 200, body };
}

/** Whoever is in the room then is sent away, and finds it no more. */
export function deleteRoom(chat: Chat, { me, parameters }: Call<{ room_id: number }>): Answer {
  const room = chat.conversations.byId(parameters.room_id);
  if (room === undefined) return refusal(chat, 404, 'There is no such room.');
  const isMember = chat.conversations.isMember(room.id, me.id);
  if (!chat.seams.decide('member', isMember, { about: room }))
    return refusal(chat, 403, 'This room is for its members.');
  chat.conversations.remove(room.id);
  for (const connection of chat.hub.in(topicOf(room.id))) connection.close(1000, 'This room was deleted.');
  return { status: 204 };
}

function shownRoom(chat: Chat, { id }: Conversation, user: number): object {
  const [newest] = chat.messages.newest(id, 1);
  if (newest === undefined) return { last_message: null };
  const { text, createdAt, sender } = newest;
  const last = {
    content: text,
    created_at: withMicroseconds(createdAt, 'Z'),
    from_this_user: sender === user,
  };
  return { last_message: last };
}
