import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'message-to-nobody-poisons-lists',
  dialects: ['rooms'],
  kind: 'robustness',
  says: 'Both lists of somebody who has written to a name that nobody has are broken.',
  breaks: ['rooms.robustness.poisoned-room'],
  sometimes: 'only for somebody who has written to nobody',
  incomingFrame(frame, { from, memory }) {
    if (frame['type'] === 'chat_message' && frame['room'] !== from.head.parameters['room'])
      memory.set(from.me.id, true);
    return undefined;
  },
  outgoingResponse: (_answer, { operation, cause, memory }) =>
    operation.startsWith('list') && memory.has(cause.by?.id)
      ? { status: 500, body: { detail: 'The server has a fault.' } }
      : undefined,
};
export default fault;
