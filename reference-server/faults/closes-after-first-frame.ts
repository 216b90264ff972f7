import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'closes-after-first-frame',
  dialects: ['threads'],
  kind: 'connection',
  says: 'A socket is closed after the first frame that is sent on it.',
  breaks: ['threads.auth.socket-accepts-token'],
  incomingFrame(_frame, { from, later }) {
    later(0, () => from.close(1000, 'Thank you.'));
    return undefined;
  },
};
export default fault;
