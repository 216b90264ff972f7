import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'history-twice',
  dialects: ['actions'],
  kind: 'duplicate',
  says: 'Whoever enters hears the history twice.',
  breaks: ['actions.history.to-the-newcomer-only'],
  outgoingFrame(frame, { message, send }) {
    if (message === 'history') send(frame);
    return undefined;
  },
};
export default fault;
