import type { Fault } from '../fault-kit/faults.ts';
import { isFrame } from '../fault-kit/frames.ts';
import type { Person } from '../store/changes.ts';

const fault: Fault = {
  name: 'uploader-from-form',
  dialects: ['threads'],
  kind: 'identity',
  says: 'The part sender of an upload says who wrote the message.',
  breaks: ['threads.access.uploader-comes-from-the-token'],
  storeWrite(change, { cause, store }) {
    if (change.kind !== 'add message' || !isFrame(cause.input) || cause.operation !== 'uploadAttachment')
      return undefined;
    const uuid = String(cause.input['sender']);
    const [claimed] = store.database.rows<Person>('select * from people where uuid = ?', uuid);
    return claimed && { ...change, message: { ...change.message, sender: claimed.id } };
  },
};
export default fault;
