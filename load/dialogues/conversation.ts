import type { MsgReceived, NewMsg, NewMsgHeard } from '../../specs/dialogues/generated/frames.ts';
import { converse } from '../kit/conversation.ts';
import { enter, isFrame } from '../kit/socket.ts';

export { options } from '../kit/run.ts';

export default (): Promise<void> =>
  converse(async ({ people }, side, hears) => {
    const me = people[side];
    const { phone: msg_to } = people[side === 0 ? 1 : 0];
    const named = { msg_from: me.phone, msg_to };
    const place = { channel: 'chatSendSocket', params: named };
    const mouth = await enter<NewMsg | MsgReceived>(me, place, () => undefined);
    const instant = clock();
    const send = (command: 'new_msg' | 'msg_received', message: string): boolean =>
      mouth?.send({ message, command, ...named, sent_timestamp: spell(instant()) }) ?? false;
    const inbox = { channel: 'chatReceiveSocket', params: { msg_from: me.phone } };
    const ear = await enter(me, inbox, (frame) => {
      if (!isFrame<NewMsgHeard, 'command'>(frame, 'command', 'new_msg')) return;
      // A message is kept until its receipt is acknowledged.
      if (frame.msg_from === msg_to) send('msg_received', frame.sent_timestamp);
      hears(frame.message);
    });
    if (mouth === undefined || ear === undefined) {
      for (const socket of [mouth, ear]) socket?.leave();
      return undefined;
    }
    const leave = (): void => {
      for (const socket of [mouth, ear]) socket.leave();
    };
    return { say: (text) => send('new_msg', text), leave };
  });

/** Times that one person has not used before: a message is named by its time. */
function clock(): () => number {
  let latest = 0;
  return () => {
    latest = Math.max(Date.now(), latest + 1);
    return latest;
  };
}

function spell(at: number): string {
  return new Date(at).toISOString().replace('T', ' ').replace('Z', '');
}
