import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'join-told-to-the-newcomer-only',
  dialects: ['rooms'],
  kind: 'wrong-recipient',
  says: 'Who enters a room is told so, and nobody else.',
  breaks: ['rooms.presence.join-announced'],
  audience: (_told, { message, cause }) =>
    message === 'userJoin' && cause.connection !== undefined ? [cause.connection] : undefined,
};
export default fault;
