import type { Fault } from '../fault-kit/faults.ts';
import { fieldOf, isFrame } from '../fault-kit/frames.ts';
import { instant } from '../times.ts';

const fault: Fault = {
  name: 'stores-typing',
  dialects: ['dialogues'],
  kind: 'store-and-forward',
  says: 'That somebody was typing is fetched later as if it were a message.',
  breaks: ['dialogues.typing.is-not-stored', 'dialogues.groups.typing-is-not-stored'],
  incomingFrame(frame, { from, memory }) {
    const { command, message, msg_to, sent_timestamp } = frame;
    if (command !== 'is_typing' && command !== 'is_grp_typing') return undefined;
    if (from.channel === 'chatReceiveSocket') return undefined;
    const conversation = from.channel === 'chatSendSocket' ? 0 : from.conversation.id;
    const sentAt = instant(String(sent_timestamp)) ?? 0;
    memory.set({}, { id: 0, to: msg_to, conversation, sender: from.me.id, text: message, sentAt });
    return undefined;
  },
  storeRead(query, rows, { cause: { by }, memory }) {
    if (query !== 'pending messages') return undefined;
    const typed = [...memory.values()].filter((one) => fieldOf(one, 'to') === by?.phone).filter(isFrame);
    return [
      ...rows,
      ...typed.map((one) => ({ ...one, receiver: one['conversation'] === 0 ? by?.id : null })),
    ];
  },
};
export default fault;
