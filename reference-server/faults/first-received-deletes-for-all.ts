import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'first-received-deletes-for-all',
  dialects: ['dialogues'],
  kind: 'group-pending',
  says: 'The first acknowledgement of a message to a group deletes it for everybody.',
  breaks: ['dialogues.groups.received-ends-pending', 'dialogues.groups.pending-is-who-has-not-received'],
  sometimes: 'In groups of three and more.',
  storeWrite(change, { cause, store }) {
    if (change.kind === 'remove pending' && cause.channel === 'groupSendSocket')
      store.apply({ kind: 'remove message', id: change.message });
    return undefined;
  },
};
export default fault;
