import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'history-one-by-one',
  dialects: ['actions', 'receipts'],
  kind: 'history',
  says: 'The history comes message by message instead of in one frame.',
  breaks: ['*.history.one-array-on-connect'],
  outgoingFrame(frame, { message, send }) {
    if (message !== 'history' || !Array.isArray(frame)) return undefined;
    for (const item of frame) send(item);
    return null;
  },
};
export default fault;
