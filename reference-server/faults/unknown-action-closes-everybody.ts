import { known } from '../fault-kit/actions.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'unknown-action-closes-everybody',
  dialects: ['actions'],
  kind: 'robustness',
  says: 'An unknown action disconnects everybody in the room.',
  breaks: ['actions.robustness.unknown-action'],
  incomingFrame(frame, { from, later, connections }) {
    if (typeof frame['action'] !== 'string' || known.has(frame['action'])) return undefined;
    for (const one of connections())
      if (one.conversation.id === from.conversation.id) later(0, () => one.close(1011, 'Unknown action.'));
    return undefined;
  },
};
export default fault;
