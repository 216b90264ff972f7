import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { otherOf, readAll } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'opening-the-room-reads',
  dialects: ['rooms'],
  kind: 'counter',
  says: 'Opening a room reads its messages.',
  breaks: ['rooms.unread.stays-until-read-messages'],
  outgoingFrame: inFrames('onlineUserList', (_frame, { to, store }) => {
    readAll(store, to.me.id, otherOf(store, to));
    return undefined;
  }),
};
export default fault;
