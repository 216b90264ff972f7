import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'times-in-texts-respelled',
  dialects: ['dialogues'],
  kind: 'text',
  says: 'A text that reads like a time arrives in the other spelling.',
  breaks: ['dialogues.text.protocol-words'],
  sometimes: 'When a text is a time.',
  outgoingFrame: (frame, { message }) =>
    message === 'newMsgHeard' && /^\d{4}-\d\d-\d\d \d\d:/.test(String(frame['message']))
      ? { ...frame, message: `${String(frame['message']).replace(' ', 'T')}Z` }
      : undefined,
};
export default fault;
