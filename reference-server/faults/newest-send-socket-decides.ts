import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'newest-send-socket-decides',
  dialects: ['dialogues'],
  kind: 'wrong-recipient',
  says: 'All send sockets of a person carry to whom the newest one was opened for.',
  breaks: ['dialogues.delivery.follows-the-address', 'dialogues.sockets.several-at-once'],
  sometimes: 'When a person has several send sockets open.',
  incomingFrame(frame, { from, connections }) {
    if (from.channel !== 'chatSendSocket' || frame['command'] !== 'new_msg') return undefined;
    const newest = connections().findLast(
      ({ me, channel }) => me.id === from.me.id && channel === from.channel,
    );
    return { ...frame, msg_to: newest?.head.parameters['msg_to'] };
  },
  decide: (question) => question === 'addressee' || undefined,
};
export default fault;
