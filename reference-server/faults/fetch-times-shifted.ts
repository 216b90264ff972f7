import type { Fault } from '../fault-kit/faults.ts';
import { withItems } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'fetch-times-shifted',
  dialects: ['dialogues'],
  kind: 'time',
  says: 'Fetched messages are an hour older than they were.',
  breaks: ['dialogues.fetch.agrees-with-the-frames', 'dialogues.groups.fetch-agrees-with-the-frames'],
  outgoingFrame(frame, { message }) {
    const messages = message.startsWith('fetched')
      ? withItems(frame['messages'], (item) => ({
          ...item,
          sent_timestamp: new Date(Date.parse(String(item['sent_timestamp'])) - 3_600_000).toISOString(),
        }))
      : undefined;
    return messages && { ...frame, messages };
  },
};
export default fault;
