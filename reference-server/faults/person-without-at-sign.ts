import { inItems } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { isFrame } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'person-without-at-sign',
  dialects: ['threads'],
  kind: 'schema',
  says: 'The address of a person is their name alone.',
  breaks: ['threads.people.values'],
  outgoingResponse: inItems('getMessages', ['entity', 'messages'], (item) => ({
    ...item,
    sender: isFrame(item['sender'])
      ? { ...item['sender'], email: String(item['sender']['email']).split('@')[0] }
      : null,
  })),
};
export default fault;
