import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'group-to-is-one-for-all',
  dialects: ['dialogues'],
  kind: 'schema',
  says: 'A message from a group is addressed to the same participant for everybody.',
  breaks: ['dialogues.groups.to-is-the-hearer'],
  sometimes: 'In groups of three and more.',
  outgoingFrame(frame, { message, memory }) {
    if (message !== 'newMsgHeard') return undefined;
    const first = memory.get(frame['message']) ?? frame['msg_to'];
    memory.set(frame['message'], first);
    return { ...frame, msg_to: first };
  },
};
export default fault;
