import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'edit-answer-empty',
  dialects: ['receipts'],
  kind: 'schema',
  says: 'An edit is answered with an empty object.',
  breaks: ['receipts.edit.answer-shape'],
  outgoingResponse: (answer, { operation }) =>
    operation === 'editMessage' && answer.status === 200 ? { ...answer, body: {} } : undefined,
};
export default fault;
