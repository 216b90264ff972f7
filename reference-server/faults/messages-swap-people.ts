import type { Fault } from '../fault-kit/faults.ts';
import { inMessages } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'messages-swap-people',
  dialects: ['rooms'],
  kind: 'identity',
  says: "In a room's messages author and receiver are swapped.",
  breaks: ['rooms.history.names-both-people', 'rooms.history.agrees-with-the-frames'],
  outgoingResponse: inMessages((item) => ({
    ...item,
    from_user: item['to_user'],
    to_user: item['from_user'],
  })),
};
export default fault;
