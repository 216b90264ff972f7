import type { Fault } from '../fault-kit/faults.ts';
import { isFrame } from '../fault-kit/frames.ts';
import { inMessages } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'person-with-other-email-in-history',
  dialects: ['rooms'],
  kind: 'identity',
  says: "In a room's messages people have other emails than in the list of conversations.",
  breaks: ['rooms.people.same-everywhere'],
  outgoingResponse: inMessages((item) =>
    isFrame(item['from_user'])
      ? { ...item, from_user: { ...item['from_user'], email: `old-${String(item['from_user']['email'])}` } }
      : undefined,
  ),
};
export default fault;
