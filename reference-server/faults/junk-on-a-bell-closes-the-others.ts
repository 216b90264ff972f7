import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'junk-on-a-bell-closes-the-others',
  dialects: ['rooms'],
  kind: 'robustness',
  says: 'What is no frame, sent on a notification socket, closes those of everybody else.',
  breaks: ['rooms.robustness.frame-on-a-notification-socket'],
  sometimes: 'only after a frame on a notification socket',
  decide(question, answer, { channel, person, connections }) {
    if (question !== 'fits' || answer || channel === undefined || channel === 'room') return undefined;
    for (const one of connections())
      if (one.channel === channel && one.me.id !== person?.id) one.socket.terminate();
    return undefined;
  },
};
export default fault;
