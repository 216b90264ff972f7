import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'no-info-addresses',
  dialects: ['dialogues'],
  kind: 'status-code',
  says: 'The addresses under info are not there.',
  breaks: ['dialogues.pages.info-addresses'],
  outgoingResponse: (answer, { operation }) =>
    /^(get|post)Info/.test(operation) ? { ...answer, status: 404 } : undefined,
};
export default fault;
