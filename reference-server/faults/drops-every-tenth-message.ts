import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'drops-every-tenth-message',
  dialects: ['threads'],
  kind: 'lost-delivery',
  says: 'Every tenth message of one person to another does not arrive.',
  breaks: ['threads.delivery.one-socket-for-all-conversations'],
  sometimes: 'every tenth message of one person to another',
  outgoingFrame: inFrames('reMessage', (frame, { to, memory }) => {
    const pair = `${String(frame['sender_id'])} ${to.me.id}`;
    const count = Number(memory.get(pair) ?? 0) + 1;
    memory.set(pair, count);
    return count % 10 === 0 ? null : undefined;
  }),
};
export default fault;
