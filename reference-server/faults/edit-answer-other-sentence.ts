import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'edit-answer-other-sentence',
  dialects: ['receipts'],
  kind: 'schema',
  says: 'An edit is answered with another sentence.',
  breaks: ['receipts.edit.answer-values'],
  outgoingResponse: (answer, { operation }) =>
    operation === 'editMessage' && answer.status === 200
      ? { ...answer, body: { status: 'ok', message: 'Saved' } }
      : undefined,
};
export default fault;
