import type { DialectServer } from '../../dialect-server.ts';
import { bearer, personWith } from '../../tokens.ts';
import { deleteMessage, editMessage, getOrCreateRoom } from './operations.ts';
import { room } from './room.ts';

/** Rooms by path, the token in the upgrade's Authorization header, edit and delete over HTTP. */
export const dialect: DialectServer = {
  operations: { getOrCreateRoom, editMessage, deleteMessage },
  channels: { room },
  delivers: ['chatMessage'],
  texts: ['message', 'text'],
  who: (chat, { headers }) => personWith(chat, bearer(headers)),
};
