import type { Fault } from '../fault-kit/faults.ts';
import { RINGS } from '../fault-kit/rooms.ts';
import { everyNth } from '../fault-kit/turns.ts';

const fault: Fault = {
  name: 'notifies-twice-now-and-then',
  dialects: ['rooms'],
  kind: 'duplicate',
  says: 'Every third announcement of a new message comes twice.',
  breaks: ['rooms.notifications.once-for-each-message'],
  sometimes: 'every third announcement on a socket',
  outgoingFrame: (frame, context) =>
    RINGS.includes(context.message) && everyNth(3, context, context.to) ? [frame, frame] : undefined,
};
export default fault;
