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
  /** What was said when, until both kinds of news have come, in whichever order. */
  const unsure = new Map<number, { text: string; news: Set<string> }>();
  const news = (kind: string, time: unknown): void => {
    const at = instantOf(time);
    const one = unsure.get(at);
    ears.receipt(kind, one?.text);
    if (one?.news.add(kind).size === 2) unsure.delete(at);
  };
  const mouth = await enter<Said>(me, { channel: 'chatSendSocket', params: named }, (frame) => {
    if (isFrame<MsgSent, 'command'>(frame, 'command', 'msg_sent')) news('sent', frame.message);
  });
  const inbox = { channel: 'chatReceiveSocket', params: { msg_from: me.phone } };
  const ear = await enter(me, inbox, (frame) => {
    if (isFrame<MsgReceivedHeard, 'command'>(frame, 'command', 'msg_received'))
      news('received', frame.message);
    else if (isFrame<IsTypingHeard, 'command'>(frame, 'command', 'is_typing')) ears.typing();
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
      unsure.set(at, { text: message, news: new Set() });
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
