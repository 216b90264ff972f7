import { type Entrances, succeeded } from '../kit/entrances.ts';
import type { Cast } from './driver.ts';
import { nextInstant, spell } from './time.ts';

export function entrances(cast: Cast): Entrances {
  const { alice, bob } = cast;
  const people = { alice, bob };
  const params: Record<string, () => Record<string, unknown>> = {
    openStartPage: () => ({}),
    openPersonalPage: () => ({ msg_from: alice.phone, msg_to: bob.phone }),
    openGroupPage: () => ({ msg_from: alice.phone, grp: cast.group('all') }),
    openRoomPage: () => ({ room_name: 'room' }),
  };
  return {
    async knockAt(channel, who) {
      if (channel === 'chatReceiveSocket') return cast.knockInbox(people[who]);
      const other = who === 'alice' ? bob : alice;
      const chat =
        channel === 'chatSendSocket'
          ? await cast.knockChat(people[who], other)
          : await cast.knockGroupChat(people[who], cast.group('all'));
      return chat.socket;
    },
    async aim(operation) {
      const own = params[operation]?.();
      return own === undefined ? undefined : { call: { params: own }, carriedOut: succeeded };
    },
    aimed: (message) => ({
      msg_from: bob.phone,
      msg_to:
        message === 'newGrpMsg' ? cast.group('all') : message.startsWith('fetch') ? bob.phone : alice.phone,
      sent_timestamp: spell(nextInstant(bob.phone)),
    }),
  };
}
