import type { Fault } from '../fault-kit/faults.ts';
import { messageIn, withMessage } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'sender-is-receiver',
  dialects: 'all',
  kind: 'identity',
  says: 'Everybody is shown as the author of what is written to them.',
  breaks: [
    'receipts.delivery.names-its-author',
    'actions.delivery.names-its-author',
    'threads.delivery.names-its-author',
    'dialogues.delivery.names-its-people',
    'rooms.delivery.names-its-author',
    'dialogues.groups.from-is-key-and-phone',
    'dialogues.fetch.agrees-with-the-frames',
    'dialogues.groups.fetch-agrees-with-the-frames',
  ],
  outgoingFrame(frame, { delivers, to: { me } }) {
    if (!delivers) return undefined;
    const message = messageIn(frame);
    const author = {
      ...('sender_id' in message && {
        sender_id: typeof message['sender_id'] === 'string' ? me.uuid : me.id,
      }),
      ...('from_user' in message && { from_user: { username: me.username } }),
      ...('msg_from' in message && { msg_from: me.phone }),
    };
    return withMessage(frame, author);
  },
};
export default fault;
