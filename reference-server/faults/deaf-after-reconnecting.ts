import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'deaf-after-reconnecting',
  dialects: ['threads'],
  kind: 'connection',
  says: 'Somebody who comes back hears nothing any more.',
  breaks: ['threads.delivery.hears-again-after-reconnecting'],
  sometimes: 'only from the second visit on',
  audience: (audience, { visitOf }) => audience.filter((one) => visitOf(one).visit === visitOf(one).ordinal),
};
export default fault;
