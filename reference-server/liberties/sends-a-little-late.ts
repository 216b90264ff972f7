import type { Liberty } from '../fault-kit/liberties.ts';

const LONGEST = 6;

const liberty: Liberty = {
  name: 'sends-a-little-late',
  dialects: 'all',
  says: 'Frames come up to six milliseconds late, on each socket at its own pace, and in their order.',
  because: 'What is said goes through a bus in many servers: no document promises that all hear it at once.',
  outgoingFrame(frame, { to, send, random, later, memory }) {
    const known = memory.get(to);
    const queue: unknown[] = Array.isArray(known) ? known : [];
    memory.set(to, queue);
    queue.push(frame);
    // Whichever timer ends first sends what has waited longest: the order stays.
    later(random() * LONGEST, () => send(queue.shift()));
    return null;
  },
};
export default liberty;
