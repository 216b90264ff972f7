import type { Fault } from '../fault-kit/faults.ts';
import { withItems } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'fetch-swaps-from-and-to',
  dialects: ['dialogues'],
  kind: 'schema',
  says: 'Fetched messages have sender and receiver swapped.',
  breaks: [
    'dialogues.fetch.names-the-people',
    'dialogues.groups.fetch-names-the-people',
    'dialogues.fetch.agrees-with-the-frames',
    'dialogues.groups.fetch-agrees-with-the-frames',
  ],
  outgoingFrame(frame, { message }) {
    const messages = message.startsWith('fetched')
      ? withItems(frame['messages'], (item) => ({
          ...item,
          msg_from: item['msg_to'],
          msg_to: item['msg_from'],
        }))
      : undefined;
    return messages && { ...frame, messages };
  },
};
export default fault;
