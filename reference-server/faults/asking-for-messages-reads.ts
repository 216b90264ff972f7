import type { Fault } from '../fault-kit/faults.ts';
import { personNamed, readAll } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'asking-for-messages-reads',
  dialects: ['rooms'],
  kind: 'counter',
  says: "Asking for a room's messages reads them.",
  breaks: ['rooms.unread.stays-until-read-messages'],
  outgoingResponse(_answer, { operation, request, cause, store }) {
    if (operation === 'listMessages' && cause.by !== undefined)
      readAll(store, cause.by.id, personNamed(store, request.parameters['room']));
    return undefined;
  },
};
export default fault;
