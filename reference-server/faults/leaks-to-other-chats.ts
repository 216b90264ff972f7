import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'leaks-to-other-chats',
  dialects: ['dialogues'],
  kind: 'leak',
  says: 'A message is also heard on the send sockets that others have to its sender.',
  breaks: ['dialogues.delivery.reaches-nobody-else'],
  audience(connections, { delivers, cause, connections: everybody }) {
    const isOpenTo = (phone: unknown): boolean => phone === cause.by?.phone;
    if (!delivers) return undefined;
    return [...connections, ...everybody().filter(({ head }) => isOpenTo(head.parameters['msg_to']))];
  },
};
export default fault;
