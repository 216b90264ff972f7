import type { DialectServer } from '../../dialect-server.ts';
import { bearer, personWith } from '../../tokens.ts';
import { mountUploads } from './files.ts';
import { deleteRoom, listRooms } from './operations.ts';
import { room } from './room.ts';

/** Rooms by ?room_id=, the token among the subprotocols, everything said and changed by action on one socket. */
export const dialect: DialectServer = {
  operations: { listRooms, deleteRoom },
  channels: { room },
  delivers: ['chatMessage'],
  texts: ['message', 'text'],
  mediaFolder: '/media/chat_attachments/',
  mount: mountUploads,

  // actions.md:79: the socket offers the word Bearer and the token; requests have theirs in the header.
  who(chat, { url, headers, protocols: [scheme, token] }) {
    if (!url.startsWith('/ws/')) return personWith(chat, bearer(headers));
    return personWith(chat, scheme === 'Bearer' ? token : undefined);
  },

  protocol: ([scheme]) => scheme,
};
