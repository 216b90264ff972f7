import type { Fault } from '../fault-kit/faults.ts';
import { isUpgrade, lastKnown, remember } from '../fault-kit/who.ts';

const fault: Fault = {
  name: 'tells-refused-sockets',
  dialects: ['rooms'],
  kind: 'leak',
  says: 'A socket without a valid token is told what it asks for before it is closed.',
  breaks: ['rooms.access.refused-socket-hears-nothing'],
  identify(person, context) {
    if (person !== undefined) remember(person, context);
    if (person !== undefined || !isUpgrade(context.request)) return undefined;
    context.memory.set('refused', true);
    return lastKnown(context);
  },
  upgrade: (handshake, { memory }) =>
    memory.delete('refused') && handshake.status === 101 ? { ...handshake, closeWith: 4001 } : undefined,
};
export default fault;
