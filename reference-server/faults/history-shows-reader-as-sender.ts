import { inItems } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { isFrame } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'history-shows-reader-as-sender',
  dialects: ['threads'],
  kind: 'identity',
  says: 'In the list of messages the reader is the sender of each.',
  breaks: ['threads.history.names-author-and-receiver'],
  outgoingResponse: inItems('getMessages', ['entity', 'messages'], (item, { cause }) => {
    const [one, other] = [item['sender'], item['receiver']];
    const isMine = isFrame(one) && one['id'] === cause.by?.uuid;
    return { ...item, sender: isMine ? one : other, receiver: isMine ? other : one };
  }),
};
export default fault;
