import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'error-other-sentence',
  dialects: ['dialogues'],
  kind: 'schema',
  says: 'The error for a message that is not found has another sentence.',
  breaks: ['dialogues.errors.unknown-message-sentence'],
  outgoingFrame: (frame, { message }) =>
    message === 'commandFailed' ? { ...frame, message: 'Message not found.' } : undefined,
};
export default fault;
