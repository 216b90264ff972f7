import http from 'k6/http';
import type { ChatMessage, SendFile, SendText } from '../../../specs/rooms/generated/frames.ts';
import type { components, operations } from '../../../specs/rooms/generated/http.ts';
import { uploaded } from '../../kit/http.ts';
import type { Join } from '../../kit/seat.ts';
import { enter, isFrame } from '../../kit/socket.ts';

const type = 'chat_message';
const noFile = { multimedia_url: '', file_identifier: '', multimedia_url_expiration: '' } as const;

export const join: Join = async ({ people: [one, other] }, side, ears) => {
  const [me, you] = side === 0 ? [one, other] : [other, one];
  const room = you.username;
  const socket = await enter<SendText | SendFile>(me, { channel: 'room', params: { room } }, (frame) => {
    if (!isFrame<ChatMessage, 'type'>(frame, 'type', type)) return;
    ears.text(frame.message);
    // One may hear oneself: only the other looks at the file. How one without an address is fetched is not specified.
    if (/^https?:/.test(String(frame.multimedia_url)) && frame.from_user?.username === room)
      ears.file(frame.message, frame.multimedia_url);
  });
  if (socket === undefined) return undefined;
  return {
    leave: socket.leave,
    say: (message) => socket.send({ type, message, ...noFile, room }),
    async share(message, bytes, sending) {
      const operation: keyof operations = 'uploadFile';
      const myFile = http.file(bytes, 'load.png', 'image/png');
      const file = await uploaded<components['schemas']['Uploaded']>(me, operation, { myFile });
      if (file?.file_location === undefined) return false;
      sending();
      return socket.send({
        type,
        message,
        multimedia_url: file.file_location,
        file_identifier: file.file_identifier ?? '',
        multimedia_url_expiration: file.expiration_time ?? '',
        room,
      });
    },
  };
};
