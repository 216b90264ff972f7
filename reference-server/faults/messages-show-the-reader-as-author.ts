import type { Fault } from '../fault-kit/faults.ts';
import { fieldOf } from '../fault-kit/frames.ts';
import { inMessages } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'messages-show-the-reader-as-author',
  dialects: ['rooms'],
  kind: 'identity',
  says: "In a room's messages the reader is the author of each.",
  breaks: ['rooms.history.names-both-people', 'rooms.history.agrees-with-the-frames'],
  outgoingResponse: inMessages((item, { cause }) => {
    const { from_user: one, to_user: other } = item;
    const isMine = fieldOf(one, 'username') === cause.by?.username;
    return { ...item, from_user: isMine ? one : other, to_user: isMine ? other : one };
  }),
};
export default fault;
