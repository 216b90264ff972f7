import http from 'k6/http';
import type {
  ChatMessage,
  ChatMessageFile,
  ReMessage,
  ReMessageFile,
} from '../../../specs/threads/generated/frames.ts';
import type { components, operations } from '../../../specs/threads/generated/http.ts';
import { uploaded } from '../../kit/http.ts';
import type { Join } from '../../kit/seat.ts';
import { enter, isFrame } from '../../kit/socket.ts';

type Uploaded = components['schemas']['Uploaded'];

export const join: Join = async ({ people: [one, other] }, side, ears) => {
  const [me, you] = side === 0 ? [one, other] : [other, one];
  const receiver_id = String(you.id);
  const socket = await enter<ChatMessage | ChatMessageFile>(me, { channel: 'chat' }, (frame) => {
    if (isFrame<ReMessage, 'action'>(frame, 'action', 're_message')) ears.text(frame.message_body);
    else if (isFrame<ReMessageFile, 'action'>(frame, 'action', 're_message_file')) {
      ears.text(frame.message_body);
      ears.file(frame.message_body, frame.attached_file_url);
    }
  });
  if (socket === undefined) return undefined;
  return {
    leave: socket.leave,
    say: (message_body) => socket.send({ action: 'chat_message', message_body, receiver_id }),
    async share(message_body, bytes, sending) {
      const operation: keyof operations = 'uploadAttachment';
      const attached_file = http.file(bytes, 'load.png', 'image/png');
      const body = { receiver: receiver_id, message: message_body, attached_file };
      const answer = await uploaded<Uploaded>(me, operation, body);
      const id = answer?.entity?.message?.id;
      if (id === undefined) return false;
      sending();
      return socket.send({ action: 'chat_message_file', message_body, chat_id: String(id) });
    },
  };
};
