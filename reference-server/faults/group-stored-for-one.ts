import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'group-stored-for-one',
  dialects: ['dialogues'],
  kind: 'store-and-forward',
  says: 'A message to a group is kept for one of the others only.',
  breaks: ['dialogues.groups.msg-sent-means-saved', 'dialogues.groups.fetch-holds-what-was-missed'],
  sometimes: 'In groups of three and more.',
  storeWrite(change, { cause, memory }) {
    if (change.kind !== 'add pending' || cause.channel !== 'groupSendSocket') return undefined;
    if (memory.has(change.message)) return null;
    memory.set(change.message, true);
    return undefined;
  },
};
export default fault;
