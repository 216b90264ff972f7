import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'room-from-frame',
  dialects: ['actions'],
  kind: 'leak',
  says: 'A message goes into the room that its frame names, whoever is in there.',
  breaks: ['actions.delivery.room-comes-from-the-address'],
  sometimes: 'only when a frame names a room',
  incomingFrame(frame, { from, connections, store }) {
    const room = Number(frame['room_id']);
    if (frame['action'] !== 'send' || !Number.isSafeInteger(room)) return undefined;
    const createdAt = Date.now() * 1000;
    const text = String(frame['message']);
    const [sender, status, receiver, sentAt, extra] = [from.me.id, 'send', null, null, '{}'];
    const times = { createdAt, updatedAt: createdAt, sentAt };
    const message = { conversation: room, sender, receiver, text, status, extra, ...times };
    const message_id = store.apply({ kind: 'add message', message });
    const at = new Date().toISOString();
    const shown = { text, message_id, sender_id: sender, status, created_at: at, updated_at: at };
    for (const one of connections())
      if (one.conversation.id === room) one.send('chatMessage', { type: 'chat_message', message: shown });
    return null;
  },
};
export default fault;
