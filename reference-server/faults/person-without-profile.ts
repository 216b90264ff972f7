import { inItems } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { isFrame, without } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'person-without-profile',
  dialects: ['threads'],
  kind: 'schema',
  says: 'A person has no profile.',
  breaks: ['threads.people.shape'],
  outgoingResponse: inItems('getMessages', ['entity', 'messages'], (item) => ({
    ...item,
    sender: isFrame(item['sender']) ? without(item['sender'], 'profile') : null,
  })),
};
export default fault;
