import type { Fault } from '../fault-kit/faults.ts';
import { withItems } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'fetched-without-command',
  dialects: ['dialogues'],
  kind: 'schema',
  says: 'Fetched messages lack their command.',
  breaks: ['dialogues.fetch.answer-shape', 'dialogues.groups.fetch-answer-shape'],
  outgoingFrame(frame, { message }) {
    const messages = message.startsWith('fetched')
      ? withItems(frame['messages'], (item) => ({ ...item, command: undefined }))
      : undefined;
    return messages && { ...frame, messages };
  },
};
export default fault;
