import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'group-forgets-the-absent',
  dialects: ['dialogues'],
  kind: 'store-and-forward',
  says: 'A message to a group is kept only for those who are connected.',
  breaks: ['dialogues.groups.fetch-holds-what-was-missed'],
  sometimes: 'When a participant is not connected.',
  storeWrite(change, { cause, connections }) {
    if (change.kind !== 'add pending' || cause.channel !== 'groupSendSocket') return undefined;
    const isThere = connections().some(
      ({ channel, me }) => channel === 'chatReceiveSocket' && me.id === change.person,
    );
    return isThere ? undefined : null;
  },
};
export default fault;
