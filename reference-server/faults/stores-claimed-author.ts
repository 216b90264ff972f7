import type { Fault } from '../fault-kit/faults.ts';
import { isFrame } from '../fault-kit/frames.ts';
import type { Person } from '../store/changes.ts';

const fault: Fault = {
  name: 'stores-claimed-author',
  dialects: ['threads'],
  kind: 'identity',
  says: 'A message is delivered as its author’s, but stored as that of the person whom the client claimed.',
  breaks: ['threads.delivery.author-comes-from-the-token'],
  sometimes: 'only when a frame claims an author',
  storeWrite(change, { cause, store }) {
    if (change.kind !== 'add message' || !isFrame(cause.input) || cause.connection === undefined)
      return undefined;
    const uuid = String(cause.input['sender_id']);
    const [claimed] = store.database.rows<Person>('select * from people where uuid = ?', uuid);
    return claimed && { ...change, message: { ...change.message, sender: claimed.id } };
  },
};
export default fault;
