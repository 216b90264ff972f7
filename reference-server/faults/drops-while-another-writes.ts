import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { isFrame } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'drops-while-another-writes',
  dialects: ['threads'],
  kind: 'lost-delivery',
  says: 'A message is lost when somebody else wrote to the same person in the same 20 ms.',
  breaks: ['threads.delivery.one-socket-for-all-conversations'],
  sometimes: 'only when two people write to a third at the same time',
  outgoingFrame: inFrames('reMessage', (frame, { to, memory }) => {
    const [before, at] = [memory.get(to), performance.now()];
    memory.set(to, { by: frame['sender_id'], at });
    return isFrame(before) && before['by'] !== frame['sender_id'] && at - Number(before['at']) < 20
      ? null
      : undefined;
  }),
};
export default fault;
