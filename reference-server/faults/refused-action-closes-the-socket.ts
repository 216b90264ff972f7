import { deed } from '../fault-kit/around.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'refused-action-closes-the-socket',
  dialects: ['actions'],
  kind: 'connection',
  says: 'Whoever asks for what is not theirs is disconnected.',
  breaks: ['actions.errors.socket-goes-on'],
  outgoingFrame(_frame, { message, cause, to, later }) {
    if (message === 'complaint' && deed(cause) !== undefined) later(0, () => to.close(1008, 'Not yours.'));
    return undefined;
  },
};
export default fault;
