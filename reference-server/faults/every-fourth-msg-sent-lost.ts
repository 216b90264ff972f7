import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'every-fourth-msg-sent-lost',
  dialects: ['dialogues'],
  kind: 'lost-delivery',
  says: 'Every fourth confirmation on a send socket is lost.',
  breaks: ['dialogues.sent.sender-hears-it', 'dialogues.groups.sender-hears-msg-sent'],
  sometimes: 'The fourth, eighth, twelfth … confirmation on one socket.',
  outgoingFrame(_frame, { message, to, memory }) {
    if (!message.startsWith('msgSent')) return undefined;
    const count = Number(memory.get(to) ?? 0) + 1;
    memory.set(to, count);
    return count % 4 === 0 ? null : undefined;
  },
};
export default fault;
