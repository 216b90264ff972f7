import { known } from '../fault-kit/actions.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'unknown-action-closes-the-socket',
  dialects: ['actions'],
  kind: 'connection',
  says: 'Whoever sends an unknown action is disconnected.',
  breaks: ['actions.robustness.unknown-action'],
  incomingFrame(frame, { from, later }) {
    if (typeof frame['action'] === 'string' && !known.has(frame['action']))
      later(0, () => from.close(1003, 'Unknown action.'));
    return undefined;
  },
};
export default fault;
