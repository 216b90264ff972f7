import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'msg-sent-to-everybody',
  dialects: ['dialogues'],
  kind: 'leak',
  says: 'Everybody who is connected hears every confirmation.',
  breaks: ['dialogues.sent.only-the-sender', 'dialogues.groups.msg-sent-only-the-sender'],
  outgoingFrame(frame, { message, to, cause, connections }) {
    if (!message.startsWith('msgSent') || to !== cause.connection) return undefined;
    for (const one of connections()) if (one.me.id !== to.me.id) one.send(message, frame);
    return undefined;
  },
};
export default fault;
