import type { TryOut } from '../page.ts';

export const tryOut: TryOut = {
  says: 'One socket a person for all conversations, frames told apart by their action, people by UUID, every answer in an envelope, and files that are announced once they are uploaded.',
  socketToken: 'query',
  values: { uid: 'their id', receiver: 'their id', receiver_id: 'their id', chat_id: 'seen id' },
};
