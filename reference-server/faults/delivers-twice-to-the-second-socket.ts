import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'delivers-twice-to-the-second-socket',
  dialects: 'all',
  kind: 'duplicate',
  says: 'On the second socket of a person each message arrives twice.',
  breaks: ['*.delivery.exactly-once'],
  sometimes: 'only on the second socket of one person',
  outgoingFrame: (frame, { delivers, to, visitOf }) =>
    delivers && visitOf(to).ordinal > 1 ? [frame, frame] : undefined,
};
export default fault;
