import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'group-from-is-key-only',
  dialects: ['dialogues'],
  kind: 'schema',
  says: 'What comes from a group does not say from whom.',
  breaks: ['dialogues.groups.from-is-key-and-phone', 'dialogues.groups.fetch-agrees-with-the-frames'],
  outgoingFrame: (frame, { message, cause }) =>
    message === 'newMsgHeard' && cause.channel === 'groupSendSocket'
      ? { ...frame, msg_from: String(frame['msg_from']).replace(/-[^-]*$/, '') }
      : undefined,
};
export default fault;
