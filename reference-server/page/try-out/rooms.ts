import type { TryOut } from '../page.ts';

export const tryOut: TryOut = {
  says: 'Rooms named after the other person, presence, unread counts on two notification sockets, and files that are uploaded first.',
  socketToken: 'query',
  values: {
    room: 'their username',
    username_of_other_person_in_conversation: 'their username',
    message_id: 'seen id',
    multimedia_url: 'seen file_location',
    file_identifier: 'seen file_identifier',
  },
};
