import type { Fault } from '../fault-kit/faults.ts';
import type { Message } from '../store/changes.ts';
import type { Store } from '../store/store.ts';

const isMessage = (value: unknown): value is Message =>
  typeof value === 'object' && value !== null && 'receiver' in value;

function phoneOf({ database }: Store, { receiver }: Message): string | undefined {
  return database.rows<{ phone: string }>('select phone from people where id = ?', receiver)[0]?.phone;
}

const fault: Fault = {
  name: 'acknowledged-comes-back',
  dialects: ['dialogues'],
  kind: 'store-and-forward',
  says: 'What was acknowledged comes back with the next connection.',
  breaks: ['dialogues.received.deletes-the-message'],
  sometimes: 'When the receiver connects anew.',
  storeWrite(change, { memory, store }) {
    if (change.kind !== 'remove message') return undefined;
    const sql = 'select * from messages where id = ?';
    for (const row of store.database.rows<Message>(sql, change.id))
      if (row.receiver !== null) memory.set(row.id, row);
    return undefined;
  },
  upgrade(_handshake, { channel, memory, store, request }) {
    if (channel !== 'chatReceiveSocket') return undefined;
    for (const [id, message] of memory) {
      if (!isMessage(message) || phoneOf(store, message) !== request.parameters['msg_from']) continue;
      memory.delete(id);
      store.apply({ kind: 'add message', message });
      const { conversation, receiver } = message;
      store.apply({ kind: 'add pending', person: receiver ?? 0, conversation, message: message.id });
    }
    return undefined;
  },
};
export default fault;
