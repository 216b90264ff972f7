import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'message-to-oneself-poisons-lists',
  dialects: ['rooms'],
  kind: 'robustness',
  says: 'Both lists of somebody who has opened a room with themselves are broken.',
  breaks: ['rooms.robustness.poisoned-room'],
  sometimes: 'only for somebody who has talked to themselves',
  upgrade(_handshake, { channel, request, cause, memory }) {
    if (channel === 'room' && cause.by !== undefined && request.parameters['room'] === cause.by.username)
      memory.set(cause.by.id, true);
    return undefined;
  },
  outgoingResponse: (_answer, { operation, cause, memory }) =>
    operation.startsWith('list') && memory.has(cause.by?.id)
      ? { status: 500, body: { detail: 'The server has a fault.' } }
      : undefined,
};
export default fault;
