import type { TryOut } from '../page.ts';

export const tryOut: TryOut = {
  says: 'Rooms by path, the token in the Authorization header of the upgrade, edit and delete over HTTP, and a status that goes from send to delivered to read.',
  socketToken: 'header',
  values: { room_id: 'room', user_id_1: 'my id', user_id_2: 'their id' },
};
