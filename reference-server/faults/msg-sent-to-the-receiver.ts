import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'msg-sent-to-the-receiver',
  dialects: ['dialogues'],
  kind: 'wrong-recipient',
  says: 'The receiver of a message hears its confirmation, too.',
  breaks: ['dialogues.sent.only-the-sender'],
  outgoingFrame(frame, { message, to, connections }) {
    if (message !== 'msgSent' || to.channel !== 'chatSendSocket') return undefined;
    for (const one of connections())
      if (one.channel === 'chatReceiveSocket' && one.me.phone === frame['msg_to']) one.send(message, frame);
    return undefined;
  },
};
export default fault;
