import type { Chat } from '../../chat.ts';
import type { ChannelServer } from '../../dialect-server.ts';
import type { Person } from '../../store/changes.ts';
import { NOBODY, otherPerson } from './names.ts';

const OTHER = 'username_of_other_person_in_conversation';

/** News of all conversations: /ws/notifications/ */
export const notifications: ChannelServer = {
  enter: (_chat, _head, me) => ({ topics: [newsFor(me)] }),
  opened: (chat, connection) => connection.send('totalUnreadCount', totalCount(chat, connection.me)),
  frames: {},
};

/** News of one conversation: /ws/notifications/{username of the other}/ */
export const conversationNotifications: ChannelServer = {
  enter(chat, { parameters }, me) {
    const other = otherPerson(chat, me, parameters[OTHER]);
    return other === undefined ? NOBODY : { topics: [newsFor(me, other)] };
  },
  opened(chat, connection) {
    const other = otherPerson(chat, connection.me, connection.head.parameters[OTHER]);
    if (other !== undefined)
      connection.send('conversationUnreadCount', conversationCount(chat, connection.me, other));
  },
  frames: {},
};

/** To the receiver of a message, and to nobody else. */
export function tellOfMessage(chat: Chat, from: Person, to: Person): void {
  chat.hub.tell(newsFor(to, from), 'conversationNewMessage', {
    type: 'single_conversation_new_message_notification',
  });
  chat.hub.tell(newsFor(to), 'newMessage', { type: 'new_message_notification' });
}

/** To somebody who has read what the other person wrote. */
export function tellCounts(chat: Chat, me: Person, other: Person): void {
  chat.hub.tell(newsFor(me, other), 'conversationUnreadCount', conversationCount(chat, me, other));
  chat.hub.tell(newsFor(me), 'totalUnreadCount', totalCount(chat, me));
}

function newsFor(person: Person, from?: Person): string {
  return from === undefined ? `news for ${person.id}` : `news for ${person.id} from ${from.id}`;
}

function totalCount(chat: Chat, me: Person): object {
  return { type: 'unread_count', unread_count: chat.messages.countPending(me.id) };
}

function conversationCount(chat: Chat, me: Person, other: Person): object {
  const conversation = chat.conversations.ofPair(me.id, other.id);
  const unread = conversation === undefined ? 0 : chat.messages.countPending(me.id, conversation.id);
  return { type: 'single_conversation_unread_count', unread_count: unread };
}
