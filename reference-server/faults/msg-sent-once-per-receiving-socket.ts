import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'msg-sent-once-per-receiving-socket',
  dialects: ['dialogues'],
  kind: 'duplicate',
  says: 'A message is confirmed once for every receive socket that it reached.',
  breaks: ['dialogues.sent.once'],
  sometimes: 'When the receiver has several receive sockets open.',
  outgoingFrame(frame, { message, connections }) {
    if (message !== 'msgSent') return undefined;
    const reached = connections().filter(
      ({ channel, me }) => channel === 'chatReceiveSocket' && me.phone === frame['msg_to'],
    );
    return reached.length < 2 ? undefined : reached.map(() => frame);
  },
};
export default fault;
