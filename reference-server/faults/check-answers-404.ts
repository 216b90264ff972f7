import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'check-answers-404',
  dialects: ['rooms'],
  kind: 'status-code',
  says: 'No message is found when its URL is checked.',
  breaks: ['rooms.media.check-answer-shape'],
  outgoingResponse: (_answer, { operation }) =>
    operation === 'checkUrl' ? { status: 404, body: { detail: 'Not found.' } } : undefined,
};
export default fault;
