import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'crashes-on-bad-post',
  dialects: ['dialogues'],
  kind: 'robustness',
  says: 'A body that is not what is expected is answered with 500.',
  breaks: ['dialogues.robustness.bad-post'],
  sometimes: 'When a body is no object.',
  outgoingResponse: (answer, { operation, cause }) =>
    operation.startsWith('post') && (typeof cause.input !== 'object' || Array.isArray(cause.input))
      ? { ...answer, status: 500 }
      : undefined,
};
export default fault;
