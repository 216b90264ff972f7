import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'only-first-speaker-is-heard',
  dialects: ['threads'],
  kind: 'lost-delivery',
  says: 'Of two people only the one who wrote first is heard by the other.',
  breaks: ['threads.delivery.works-both-ways'],
  outgoingFrame: inFrames('reMessage', (_frame, { cause, to, memory }) => {
    const author = cause.by?.id ?? 0;
    const pair = [author, to.me.id].sort().join('-');
    if (!memory.has(pair)) memory.set(pair, author);
    return memory.get(pair) === author ? undefined : null;
  }),
};
export default fault;
