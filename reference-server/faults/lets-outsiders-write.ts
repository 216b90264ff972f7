import type { Connection } from '../connection.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { isConversation } from '../fault-kit/rows.ts';

const fault: Fault = {
  name: 'lets-outsiders-write',
  dialects: ['actions', 'receipts'],
  kind: 'membership',
  says: 'Somebody who is not a member is thrown out a tenth of a second late, and until then what they write arrives.',
  breaks: ['*.access.non-member-cannot-send'],
  decide(question, answer, { cause, memory, person, about, later, connections }) {
    if (question !== 'member' || answer || cause.channel === undefined || !isConversation(about))
      return undefined;
    const { id } = about;
    const theirs = ({ me, topics }: Connection) => me.id === person?.id && topics.includes(`room ${id}`);
    memory.set(`${person?.id} room ${id}`, true);
    later(100, () => {
      for (const { socket } of connections().filter(theirs)) socket.close(4003);
    });
    return true;
  },
  outgoingFrame: (_frame, { to, memory }) => (memory.has(`${to.me.id} ${to.topics[0]}`) ? null : undefined),
};
export default fault;
