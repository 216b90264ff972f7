import type { Fault } from '../fault-kit/faults.ts';
import { withItems } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'fetch-escapes-html',
  dialects: ['dialogues'],
  kind: 'text',
  says: 'Fetched messages have their angle brackets escaped.',
  breaks: [
    'dialogues.fetch.agrees-with-the-frames',
    'dialogues.groups.fetch-agrees-with-the-frames',
    'dialogues.text.markup',
    'dialogues.text.in-groups',
  ],
  outgoingFrame(frame, { message }) {
    const messages = message.startsWith('fetched')
      ? withItems(frame['messages'], (item) => ({
          ...item,
          message: String(item['message']).replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
        }))
      : undefined;
    return messages && { ...frame, messages };
  },
};
export default fault;
