import { b64encode } from 'k6/encoding';
import type {
  ChatMessage,
  Delivered,
  Read,
  SendFile,
  SendText,
} from '../../../specs/actions/generated/frames.ts';
import type { Conversation } from '../../kit/plan.ts';
import type { Join } from '../../kit/seat.ts';
import { enter, isFrame, type Place } from '../../kit/socket.ts';

export const join: Join = async (conversation, side, ears) => {
  const [one, other] = conversation.people;
  const socket = await enter<SendText | SendFile>(
    side === 0 ? one : other,
    placeOf(conversation),
    (frame) => {
      if (isFrame<ChatMessage, 'type'>(frame, 'type', 'chat_message')) {
        const { text, attachments } = frame.message ?? {};
        ears.text(text);
        const [file] = attachments ?? [];
        if (file !== undefined) ears.file(text, file.file_url);
      } else if (isFrame<Delivered, 'type'>(frame, 'type', 'mark_message_as_delivered'))
        ears.receipt('delivered', frame.message?.text);
      else if (isFrame<Read, 'type'>(frame, 'type', 'mark_message_as_read'))
        ears.receipt('read', frame.message?.text);
    },
  );
  if (socket === undefined) return undefined;
  return {
    leave: socket.leave,
    say: (message) => socket.send({ action: 'send', message }),
    async share(message, bytes, sending) {
      const data = `data:image/png;base64,${b64encode(bytes)}`;
      sending();
      const file: SendFile['file'] = { name: 'load.png', size: bytes.byteLength, type: 'image/png', data };
      return socket.send({ action: 'send', message, file });
    },
  };
};

export function placeOf({ room }: Conversation): Place {
  return { channel: 'room', query: { room_id: room } };
}
