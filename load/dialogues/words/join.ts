import type {
  IsTyping,
  IsTypingHeard,
  MsgReceived,
  MsgReceivedHeard,
  MsgSent,
  NewMsg,
  NewMsgHeard,
} from '../../../specs/dialogues/generated/frames.ts';
import type { Join } from '../../kit/seat.ts';
import { enter, isFrame } from '../../kit/socket.ts';
import { clock, instantOf, spell } from './times.ts';

type Said = NewMsg | MsgReceived | IsTyping;

export const join: Join = async ({ people: [one, other] }, side, ears) => {
  const [me, you] = side === 0 ? [one, other] : [other, one];
  const named = { msg_from: me.phone, msg_to: you.phone };
  const instant = clock();
  /** What was said when, until it has been acknowledged. */
  const texts = new Map<number, string>();
  const mouth = await enter<Said>(me, { channel: 'chatSendSocket', params: named }, (frame) => {
    if (isFrame<MsgSent, 'command'>(frame, 'command', 'msg_sent'))
      ears.receipt('sent', texts.get(instantOf(frame.message)));
  });
  const inbox = { channel: 'chatReceiveSocket', params: { msg_from: me.phone } };
  const ear = await enter(me, inbox, (frame) => {
    if (isFrame<MsgReceivedHeard, 'command'>(frame, 'command', 'msg_received')) {
      const at = instantOf(frame.message);
      ears.receipt('received', texts.get(at));
      texts.delete(at);
    } else if (isFrame<IsTypingHeard, 'command'>(frame, 'command', 'is_typing')) ears.typing();
    if (!isFrame<NewMsgHeard, 'command'>(frame, 'command', 'new_msg')) return;
    // A message is kept until its receipt is acknowledged.
    if (frame.msg_from === you.phone)
      mouth?.send({
        ...named,
        command: 'msg_received',
        message: frame.sent_timestamp,
        sent_timestamp: spell(instant()),
      });
    ears.text(frame.message);
  });
  if (mouth === undefined || ear === undefined) {
    for (const socket of [mouth, ear]) socket?.leave();
    return undefined;
  }
  return {
    say(message) {
      const at = instant();
      texts.set(at, message);
      return mouth.send({ ...named, command: 'new_msg', message, sent_timestamp: spell(at) });
    },
    type() {
      const sent_timestamp = spell(instant());
      mouth.send({ ...named, command: 'is_typing', message: '-null-', sent_timestamp });
    },
    leave() {
      for (const socket of [mouth, ear]) socket.leave();
    },
  };
};
