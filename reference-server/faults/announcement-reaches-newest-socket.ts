import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'announcement-reaches-newest-socket',
  dialects: ['threads'],
  kind: 'lost-delivery',
  says: 'Of several sockets of the receiver only the newest hears of an upload.',
  breaks: ['threads.announce.reaches-every-socket'],
  sometimes: 'only when the receiver has several sockets open',
  audience: (audience, { message }) => (message === 'reMessageFile' ? audience.slice(-1) : undefined),
};
export default fault;
