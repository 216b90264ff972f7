import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'group-to-is-key',
  dialects: ['dialogues'],
  kind: 'schema',
  says: 'A message from a group is addressed to the group.',
  breaks: ['dialogues.groups.to-is-the-hearer'],
  outgoingFrame: (frame, { message, cause }) =>
    message === 'newMsgHeard' && cause.channel === 'groupSendSocket'
      ? { ...frame, msg_to: String(frame['msg_from']).replace(/-[^-]*$/, '') }
      : undefined,
};
export default fault;
