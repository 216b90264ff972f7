// Messages ring where the receiver listens for notifications. A notification does not say of what: the first of a
// person belongs to the first message to them.
import type { NewMessage } from '../../../specs/rooms/generated/frames.ts';
import type { Join } from '../../kit/seat.ts';
import { enter, isFrame } from '../../kit/socket.ts';
import { join } from './join.ts';

/** By whom they are for. */
const unrung = new Map<string, string[]>();

function waiting(username: string): string[] {
  const known = unrung.get(username) ?? [];
  unrung.set(username, known);
  return known;
}

export const joinWithBell: Join = async (conversation, side, ears) => {
  const [one, other] = conversation.people;
  const [me, you] = side === 0 ? [one, other] : [other, one];
  const bell = await enter(me, { channel: 'notifications' }, (frame) => {
    if (isFrame<NewMessage, 'type'>(frame, 'type', 'new_message_notification'))
      ears.receipt('notified', waiting(me.username).shift());
  });
  const seat = await join(conversation, side, ears);
  if (bell === undefined || seat === undefined) {
    for (const socket of [bell, seat]) socket?.leave();
    return undefined;
  }
  return {
    say(text) {
      waiting(you.username).push(text);
      return seat.say(text);
    },
    leave() {
      for (const socket of [bell, seat]) socket.leave();
    },
  };
};
