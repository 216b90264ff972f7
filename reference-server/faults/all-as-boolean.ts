import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'all-as-boolean',
  dialects: ['dialogues'],
  kind: 'schema',
  says: 'The all of an answer to a fetch is a boolean.',
  breaks: ['dialogues.fetch.all-is-a-string'],
  outgoingFrame: (frame, { message }) =>
    message.startsWith('fetched') ? { ...frame, all: frame['all'] === 'True' } : undefined,
};
export default fault;
