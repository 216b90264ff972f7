import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'group-receipts-from-phone-only',
  dialects: ['dialogues'],
  kind: 'schema',
  says: 'Receipts from a group do not say from which.',
  breaks: ['dialogues.groups.receipts-keep-their-fields'],
  outgoingFrame: (frame, { message, cause }) =>
    ['msgReceivedHeard', 'msgReadHeard', 'isTypingHeard'].includes(message) &&
    cause.channel === 'groupSendSocket'
      ? { ...frame, msg_from: String(frame['msg_from']).replace(/^.*-/, '') }
      : undefined,
};
export default fault;
