import type { DialectServer } from '../../dialect-server.ts';
import { bearer, personWith } from '../../tokens.ts';
import { checkUrl, refreshUrl, uploadFile } from './files.ts';
import { listConversations, listMessages } from './lists.ts';
import { conversationNotifications, notifications } from './notifications.ts';
import { room } from './room.ts';

/** Rooms named after the other person, presence, unread counts on two notification sockets, files by upload. */
export const dialect: DialectServer = {
  operations: { uploadFile, checkUrl, refreshUrl, listConversations, listMessages },
  channels: { room, conversationNotifications, notifications },
  delivers: ['chatMessage'],
  texts: ['message'],

  // rooms.md:416 shows the bare token as the header's value, others put the word Bearer before it: both count.
  who(chat, { url, headers, parameters }) {
    const inQuery = typeof parameters['token'] === 'string' ? parameters['token'] : undefined;
    return personWith(chat, url.startsWith('/ws/') ? inQuery : (bearer(headers) ?? headers.authorization));
  },
};
