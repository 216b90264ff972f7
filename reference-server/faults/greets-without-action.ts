import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'greets-without-action',
  dialects: ['threads'],
  kind: 'schema',
  says: 'The first frame on a socket is a greeting without an action.',
  breaks: ['threads.delivery.every-frame-has-an-action'],
  sometimes: 'once for each socket',
  outgoingFrame(frame, { to, memory }) {
    if (memory.has(to)) return undefined;
    memory.set(to, true);
    return [{ message: 'Welcome back!' }, frame];
  },
};
export default fault;
