import type { ChatMessage, ReMessage } from '../../specs/threads/generated/frames.ts';
import { converse } from '../kit/conversation.ts';
import { enter, isFrame } from '../kit/socket.ts';

export { options } from '../kit/run.ts';

export default (): Promise<void> =>
  converse(async ({ people }, side, hears) => {
    const receiver_id = String(people[side === 0 ? 1 : 0].id);
    const socket = await enter<ChatMessage>(people[side], { channel: 'chat' }, (frame) => {
      if (isFrame<ReMessage, 'action'>(frame, 'action', 're_message')) hears(frame.message_body);
    });
    return (
      socket && {
        ...socket,
        say: (message_body) => socket.send({ action: 'chat_message', message_body, receiver_id }),
      }
    );
  });
