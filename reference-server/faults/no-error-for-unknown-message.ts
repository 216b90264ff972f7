import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'no-error-for-unknown-message',
  dialects: ['dialogues'],
  kind: 'lost-delivery',
  says: 'Acknowledging what is not there is answered by nothing.',
  breaks: ['dialogues.errors.unknown-message', 'dialogues.groups.unknown-message'],
  outgoingFrame: (_frame, { message }) => (message === 'commandFailed' ? null : undefined),
};
export default fault;
