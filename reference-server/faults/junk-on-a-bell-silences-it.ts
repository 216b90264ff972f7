import type { Fault } from '../fault-kit/faults.ts';
import { RINGS } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'junk-on-a-bell-silences-it',
  dialects: ['rooms'],
  kind: 'robustness',
  says: 'Somebody who has sent anything on a notification socket is told of no new message any more.',
  breaks: ['rooms.robustness.frame-on-a-notification-socket'],
  sometimes: 'only after a frame on a notification socket',
  decide(question, answer, { channel, person, memory }) {
    if (question === 'fits' && !answer && /notifications$/i.test(channel ?? '')) memory.set(person?.id, true);
    return undefined;
  },
  outgoingFrame: (_frame, { message, to, memory }) =>
    RINGS.includes(message) && memory.has(to.me.id) ? null : undefined,
};
export default fault;
