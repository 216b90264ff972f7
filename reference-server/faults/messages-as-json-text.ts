import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'messages-as-json-text',
  dialects: ['dialogues'],
  kind: 'schema',
  says: 'The messages of an answer to a fetch are the text of an array.',
  breaks: ['dialogues.fetch.messages-is-an-array'],
  outgoingFrame: (frame, { message }) =>
    message.startsWith('fetched') ? { ...frame, messages: JSON.stringify(frame['messages']) } : undefined,
};
export default fault;
