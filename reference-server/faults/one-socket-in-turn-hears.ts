import { siblings } from '../fault-kit/around.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'one-socket-in-turn-hears',
  dialects: 'all',
  kind: 'wrong-recipient',
  says: 'Of several sockets of one person each message reaches only one, in turn.',
  breaks: [
    'receipts.delivery.reaches-every-socket',
    'actions.delivery.reaches-every-socket',
    'threads.delivery.reaches-every-socket',
    'dialogues.delivery.reaches-every-receive-socket',
    'rooms.delivery.reaches-every-socket',
  ],
  sometimes: 'only when somebody has more than one socket',
  outgoingFrame(_frame, context) {
    const { delivers, to, cause, memory } = context;
    const own = siblings(to, context);
    if (!delivers || own.length < 2) return undefined;
    const turn = Number(memory.get(cause) ?? memory.get('turn') ?? 0);
    memory.set(cause, turn).set('turn', turn + 1);
    return own[turn % own.length] === to ? undefined : null;
  },
};
export default fault;
