import type { Fault } from '../fault-kit/faults.ts';
import { fieldOf } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'own-sockets-read',
  dialects: ['actions', 'receipts'],
  kind: 'status-flow',
  says: 'With two windows open, one has read what one writes oneself.',
  breaks: ['actions.status.own-sockets-do-not-read', 'receipts.status.not-read-while-offline'],
  sometimes: 'only when the author has two sockets in the room',
  decide(question, answer, { about, cause, connections }) {
    if (question !== 'present' || answer) return undefined;
    const own = connections().filter(
      ({ me, topics }) => me.id === cause.by?.id && topics.includes(String(fieldOf(about, 'topic'))),
    );
    return own.length > 1 ? true : undefined;
  },
};
export default fault;
