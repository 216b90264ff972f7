import type { Fault } from '../fault-kit/faults.ts';
import { isFrame } from '../fault-kit/frames.ts';

function otherWay(one: unknown): unknown {
  return isFrame(one) ? { ...one, id: Number(one['id']) + 1_000_000 } : one;
}

const fault: Fault = {
  name: 'conversation-for-each-direction',
  dialects: ['rooms'],
  kind: 'ids',
  says: 'Two people have two conversations in the list, one for each direction.',
  breaks: ['rooms.conversations.one-for-each-pair'],
  outgoingResponse: (answer, { operation }) =>
    operation === 'listConversations' && Array.isArray(answer.body)
      ? { ...answer, body: answer.body.flatMap((one: unknown) => [one, otherWay(one)]) }
      : undefined,
};
export default fault;
