import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'receipts-leak-to-everybody',
  dialects: ['dialogues'],
  kind: 'leak',
  says: 'That a message was received or read is heard by everybody who is connected.',
  breaks: ['dialogues.delivery.receipts-reach-nobody-else'],
  audience: (_connections, { message, connections }) =>
    ['msgReceivedHeard', 'msgReadHeard'].includes(message)
      ? connections().filter(({ channel }) => channel === 'chatReceiveSocket')
      : undefined,
};
export default fault;
