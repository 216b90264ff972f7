import type { Fault } from '../fault-kit/faults.ts';
import { withItems } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'fetch-to-is-the-author',
  dialects: ['dialogues'],
  kind: 'schema',
  says: 'Fetched messages have their author as their receiver.',
  breaks: ['dialogues.fetch.names-the-people', 'dialogues.groups.fetch-names-the-people'],
  outgoingFrame(frame, { message }) {
    const messages = message.startsWith('fetched')
      ? withItems(frame['messages'], (item) => ({ ...item, msg_to: item['msg_from'] }))
      : undefined;
    return messages && { ...frame, messages };
  },
};
export default fault;
