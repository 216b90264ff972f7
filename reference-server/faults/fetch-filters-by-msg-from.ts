import type { Fault, Frame } from '../fault-kit/faults.ts';
import { fieldOf } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'fetch-filters-by-msg-from',
  dialects: ['dialogues'],
  kind: 'store-and-forward',
  says: 'A fetch holds only the messages of the one in its msg_from.',
  breaks: ['dialogues.fetch.msg-from-does-not-matter', 'dialogues.groups.fetch-msg-from-does-not-matter'],
  outgoingFrame(frame, { message, cause, to }) {
    const { messages } = frame;
    const wanted = String(fieldOf(cause.input, 'msg_from'));
    if (!message.startsWith('fetched') || !Array.isArray(messages) || wanted === to.me.phone)
      return undefined;
    return {
      ...frame,
      messages: messages.filter((item: Frame) => String(item['msg_from']).includes(wanted)),
    };
  },
};
export default fault;
