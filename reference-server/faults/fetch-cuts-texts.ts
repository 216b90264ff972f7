import type { Fault } from '../fault-kit/faults.ts';
import { withItems } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'fetch-cuts-texts',
  dialects: ['dialogues'],
  kind: 'text',
  says: 'Fetched messages are cut after 12 characters.',
  breaks: [
    'dialogues.fetch.agrees-with-the-frames',
    'dialogues.groups.fetch-agrees-with-the-frames',
    'dialogues.text.in-groups',
  ],
  sometimes: 'With texts of more than 12 characters.',
  outgoingFrame(frame, { message }) {
    const messages = message.startsWith('fetched')
      ? withItems(frame['messages'], (item) => ({ ...item, message: String(item['message']).slice(0, 12) }))
      : undefined;
    return messages && { ...frame, messages };
  },
};
export default fault;
