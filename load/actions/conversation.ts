import type { ChatMessage, SendText } from '../../specs/actions/generated/frames.ts';
import { converse } from '../kit/conversation.ts';
import { enter, isFrame } from '../kit/socket.ts';

export { options } from '../kit/run.ts';

export default (): Promise<void> =>
  converse(async ({ room, people }, side, hears) => {
    const place = { channel: 'room', query: { room_id: room } };
    const socket = await enter<SendText>(people[side], place, (frame) => {
      if (isFrame<ChatMessage, 'type'>(frame, 'type', 'chat_message')) hears(frame.message?.text);
    });
    return socket && { ...socket, say: (text) => socket.send({ action: 'send', message: text }) };
  });
