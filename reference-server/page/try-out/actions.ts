import type { TryOut } from '../page.ts';

export const tryOut: TryOut = {
  says: 'Rooms by query, the token among the subprotocols, and one socket on which everything is sent, edited and deleted, files included.',
  socketToken: 'subprotocol',
  values: { room_id: 'room', first_user: 'my id' },
};
