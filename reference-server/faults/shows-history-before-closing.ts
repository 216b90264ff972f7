import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'shows-history-before-closing',
  dialects: ['actions', 'receipts'],
  kind: 'leak',
  says: 'Somebody who is not a member is shown the history of the room before being thrown out.',
  breaks: ['*.access.non-member-sees-no-history'],
  decide(question, answer, { cause, memory }) {
    if (question !== 'member' || answer || cause.channel === undefined) return undefined;
    memory.set('outsider', true);
    return true;
  },
  upgrade: (handshake, { memory }) =>
    memory.delete('outsider') ? { ...handshake, closeWith: 4003 } : undefined,
};
export default fault;
