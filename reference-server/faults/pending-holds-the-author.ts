import type { Fault } from '../fault-kit/faults.ts';
import { withItems } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'pending-holds-the-author',
  dialects: ['dialogues'],
  kind: 'group-pending',
  says: 'The pending list of a group message holds its author, too.',
  breaks: ['dialogues.groups.pending-without-the-author'],
  outgoingFrame(frame, { message }) {
    const messages =
      message === 'fetchedGrpMsgs'
        ? withItems(frame['messages'], (item) => ({
            ...item,
            pending: [String(item['msg_from']).replace(/^.*-/, ''), String(item['pending'])]
              .join(',')
              .split(','),
          }))
        : undefined;
    return messages && { ...frame, messages };
  },
};
export default fault;
