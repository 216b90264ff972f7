import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'delivers-twice-after-reconnecting',
  dialects: 'all',
  kind: 'duplicate',
  says: 'Somebody who comes back hears every message twice.',
  breaks: ['*.delivery.exactly-once'],
  sometimes: 'only on sockets that are not the first at their address',
  outgoingFrame: (frame, { delivers, to, visitOf }) =>
    delivers && visitOf(to).visit > 1 ? [frame, frame] : undefined,
};
export default fault;
