import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'one-way-dialogues',
  dialects: ['dialogues'],
  kind: 'lost-delivery',
  says: 'Of two people, only the one who registered first is heard by the other.',
  breaks: ['dialogues.delivery.both-directions'],
  outgoingFrame: (_frame, { delivers, to, cause }) =>
    delivers && cause.channel === 'chatSendSocket' && to.me.id < (cause.by?.id ?? 0) ? null : undefined,
};
export default fault;
