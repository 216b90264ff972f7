import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'placeholder-is-no-text',
  dialects: ['dialogues'],
  kind: 'text',
  says: 'A message whose text is the placeholder of other commands is dropped.',
  breaks: ['dialogues.text.protocol-words'],
  sometimes: 'When somebody writes -null-.',
  incomingFrame: (frame) =>
    frame['command'] === 'new_msg' && /^--?null--?$/.test(String(frame['message'])) ? null : undefined,
};
export default fault;
