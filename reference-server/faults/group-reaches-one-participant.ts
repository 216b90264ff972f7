import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'group-reaches-one-participant',
  dialects: ['dialogues'],
  kind: 'lost-delivery',
  says: 'A message to a group reaches only one of the others.',
  breaks: ['dialogues.groups.reaches-every-participant'],
  sometimes: 'In groups of three and more.',
  outgoingFrame(frame, { message, cause, to, memory }) {
    if (message !== 'newMsgHeard' || cause.channel !== 'groupSendSocket') return undefined;
    const first = memory.get(frame['message']) ?? to.me.id;
    memory.set(frame['message'], first);
    return first === to.me.id ? undefined : null;
  },
};
export default fault;
