import type { GrpMsgReceived, NewGrpMsg, NewMsgHeard } from '../../../specs/dialogues/generated/frames.ts';
import type { Join } from '../../kit/seat.ts';
import { enter, isFrame } from '../../kit/socket.ts';
import { clock, spell } from './times.ts';

export const joinGroup: Join = async ({ people, room }, side, ears) => {
  const me = people[side];
  if (me === undefined) return undefined;
  const msg_from = me.phone;
  const key = String(room);
  const instant = clock();
  const place = { channel: 'groupSendSocket', params: { msg_from, grp: key } };
  const mouth = await enter<NewGrpMsg | GrpMsgReceived>(me, place, () => undefined);
  const inbox = { channel: 'chatReceiveSocket', params: { msg_from } };
  const ear = await enter(me, inbox, (frame) => {
    if (!isFrame<NewMsgHeard, 'command'>(frame, 'command', 'new_msg')) return;
    ears.text(frame.message);
    const [group, author] = String(frame.msg_from).split('-');
    if (group === key && author !== undefined)
      mouth?.send({
        msg_from,
        msg_to: author,
        command: 'grp_msg_received',
        message: frame.sent_timestamp,
        sent_timestamp: spell(instant()),
      });
  });
  if (mouth === undefined || ear === undefined) {
    for (const socket of [mouth, ear]) socket?.leave();
    return undefined;
  }
  return {
    say: (message) =>
      mouth.send({
        msg_from,
        msg_to: key,
        command: 'new_grp_msg',
        message,
        sent_timestamp: spell(instant()),
      }),
    leave() {
      for (const socket of [mouth, ear]) socket.leave();
    },
  };
};
