import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'ping-within-a-message-loses-it',
  dialects: 'all',
  kind: 'lost-delivery',
  says: 'A message between whose fragments a ping comes is lost.',
  breaks: ['*.robustness.fragmented-frame'],
  sometimes: 'only for messages in several fragments',
  incomingFrame(_frame, { from, memory }) {
    if (!memory.has(from)) from.socket.on('ping', () => memory.set(from, 'pinged'));
    const pinged = memory.get(from) === 'pinged';
    memory.set(from, 'known');
    return pinged ? null : undefined;
  },
};
export default fault;
