import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'error-without-type',
  dialects: ['dialogues'],
  kind: 'schema',
  says: 'An error does not say what failed.',
  breaks: ['dialogues.errors.frame-shape'],
  outgoingFrame: (frame, { message }) =>
    message === 'commandFailed' ? { ...frame, type: undefined } : undefined,
};
export default fault;
