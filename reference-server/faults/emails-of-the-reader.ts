import { inItems } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { isFrame } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'emails-of-the-reader',
  dialects: ['threads'],
  kind: 'identity',
  says: 'Everybody is shown with the address of the one who asks.',
  breaks: ['threads.people.are-the-right-ones'],
  outgoingResponse: inItems('getMessages', ['entity', 'messages'], (item, { cause }) => {
    const { sender, receiver } = item;
    const email = cause.by?.email;
    return isFrame(sender) && isFrame(receiver)
      ? { ...item, sender: { ...sender, email }, receiver: { ...receiver, email } }
      : item;
  }),
};
export default fault;
