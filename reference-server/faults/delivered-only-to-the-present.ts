import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'delivered-only-to-the-present',
  dialects: ['actions'],
  kind: 'status-flow',
  says: 'A message to somebody who is away is never marked as delivered.',
  breaks: ['actions.status.delivered-although-absent'],
  sometimes: 'only while the other member is away',
  outgoingFrame(_frame, { message, to, connections }) {
    const isAlone = connections().every(
      ({ me, conversation }) => me.id === to.me.id || conversation.id !== to.conversation.id,
    );
    return message === 'delivered' && isAlone ? null : undefined;
  },
};
export default fault;
