import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'typing-leaks-to-everybody',
  dialects: ['dialogues'],
  kind: 'leak',
  says: 'That somebody is typing is heard by everybody who is connected.',
  breaks: ['dialogues.delivery.receipts-reach-nobody-else'],
  audience: (_connections, { message, connections }) =>
    message === 'isTypingHeard'
      ? connections().filter(({ channel }) => channel === 'chatReceiveSocket')
      : undefined,
};
export default fault;
