import type { Fault } from '../fault-kit/faults.ts';

/** So much waits for a socket beside what the kernel has taken. */
const full = 64 * 1024;

const fault: Fault = {
  name: 'waits-for-a-full-socket',
  dialects: ['actions', 'dialogues', 'receipts'],
  kind: 'connection',
  says: 'Once more waits for a socket than the kernel takes, nobody hears anything new.',
  breaks: ['*.robustness.slow-reader'],
  sometimes: 'only after megabytes for somebody who reads nothing',
  outgoingFrame: (_frame, { connections }) =>
    connections().some(({ socket }) => socket.bufferedAmount > full) ? null : undefined,
};
export default fault;
