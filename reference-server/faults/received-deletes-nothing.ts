import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'received-deletes-nothing',
  dialects: ['dialogues'],
  kind: 'store-and-forward',
  says: 'An acknowledged message stays where it is.',
  breaks: [
    'dialogues.received.deletes-the-message',
    'dialogues.groups.received-ends-pending',
    'dialogues.groups.received-by-the-last-deletes',
    'dialogues.groups.pending-is-who-has-not-received',
  ],
  storeWrite: ({ kind }) => (kind === 'remove pending' || kind === 'remove message' ? null : undefined),
};
export default fault;
