import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'nothing-to-fetch-null',
  dialects: ['dialogues'],
  kind: 'schema',
  says: 'With nothing to fetch the messages of the answer are null.',
  breaks: [
    'dialogues.fetch.empty-array',
    'dialogues.groups.fetch-empty-array',
    'dialogues.fetch.messages-is-an-array',
  ],
  sometimes: 'When nothing waits.',
  outgoingFrame: (frame, { message }) =>
    message.startsWith('fetched') && Array.isArray(frame['messages']) && frame['messages'].length === 0
      ? { ...frame, messages: null }
      : undefined,
};
export default fault;
