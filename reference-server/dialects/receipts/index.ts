import type { DialectServer } from '../../dialect-server.ts';
import { bearer } from '../../tokens.ts';
import { deleteMessage, editMessage, getOrCreateRoom } from './operations.ts';
import { room } from './room.ts';

export const dialect: DialectServer = {
  operations: { getOrCreateRoom, editMessage, deleteMessage },
  channels: { room },
  delivers: ['chatMessage'],
  texts: ['message', 'text'],
  who: (chat, { headers }) => chat.tokens.person(bearer(headers)),

  tryOut: {
    says: 'Rooms by path, the token in the Authorization header of the upgrade, edit and delete over HTTP, and a status that goes from send to delivered to read.',
    socketToken: 'header',
    values: { room_id: 'room', user_id_1: 'my id', user_id_2: 'their id' },
  },
};
