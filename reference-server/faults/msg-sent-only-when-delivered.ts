import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'msg-sent-only-when-delivered',
  dialects: ['dialogues'],
  kind: 'store-and-forward',
  says: 'The sender hears that a message was saved only when its receiver is connected.',
  breaks: ['dialogues.sent.sender-hears-it', 'dialogues.groups.sender-hears-msg-sent'],
  sometimes: 'When the receiver is not connected.',
  outgoingFrame(frame, { message, connections }) {
    if (!message.startsWith('msgSent')) return undefined;
    const isThere = connections().some(
      ({ channel, me }) => channel === 'chatReceiveSocket' && me.phone === frame['msg_to'],
    );
    return isThere ? undefined : null;
  },
};
export default fault;
