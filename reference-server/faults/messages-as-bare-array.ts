import type { Fault } from '../fault-kit/faults.ts';
import { fieldOf } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'messages-as-bare-array',
  dialects: ['rooms'],
  kind: 'schema',
  says: "A room's messages come as an array without an object around it.",
  breaks: ['rooms.history.answer-shape'],
  outgoingResponse: (answer, { operation }) =>
    operation === 'listMessages' && answer.status === 200
      ? { ...answer, body: fieldOf(answer.body, 'messages') }
      : undefined,
};
export default fault;
