import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'crashes-on-bad-upload',
  dialects: ['rooms', 'threads'],
  kind: 'robustness',
  says: 'An upload in a wrong form is answered with an error of the server.',
  breaks: ['threads.robustness.bad-upload', 'rooms.robustness.bad-upload'],
  sometimes: 'only for uploads in a wrong form',
  outgoingResponse: (answer, { operation }) =>
    operation.startsWith('upload') && answer.status === 400 ? { ...answer, status: 500 } : undefined,
};
export default fault;
