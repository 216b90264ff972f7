import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'no-special-addresses',
  dialects: ['dialogues'],
  kind: 'status-code',
  says: 'The addresses under special are not there.',
  breaks: ['dialogues.pages.special-addresses'],
  outgoingResponse: (answer, { operation }) =>
    /^(get|post)Special/.test(operation) ? { ...answer, status: 404 } : undefined,
};
export default fault;
