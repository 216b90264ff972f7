import type { ChatMessage, SendText } from '../../specs/rooms/generated/frames.ts';
import { converse } from '../kit/conversation.ts';
import { enter, isFrame } from '../kit/socket.ts';

export { options } from '../kit/run.ts';

const noFile = { multimedia_url: '', file_identifier: '', multimedia_url_expiration: '' } as const;

export default (): Promise<void> =>
  converse(async ({ people }, side, hears) => {
    const room = people[side === 0 ? 1 : 0].username;
    const place = { channel: 'room', params: { room } };
    const socket = await enter<SendText>(people[side], place, (frame) => {
      if (isFrame<ChatMessage, 'type'>(frame, 'type', 'chat_message')) hears(frame.message);
    });
    return (
      socket && {
        ...socket,
        say: (message) => socket.send({ type: 'chat_message', message, ...noFile, room }),
      }
    );
  });
