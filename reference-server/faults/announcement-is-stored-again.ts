import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import type { Message } from '../store/changes.ts';

const fault: Fault = {
  name: 'announcement-is-stored-again',
  dialects: ['threads'],
  kind: 'duplicate',
  says: 'Announcing an upload stores its message a second time.',
  breaks: ['threads.announce.adds-no-message'],
  outgoingFrame: inFrames('reMessageFile', (frame, { store }) => {
    const [row] = store.database.rows<Message>(
      'select * from messages where id = ?',
      Number(frame['created_msg_id']),
    );
    if (row === undefined) return undefined;
    const { id: _, ...message } = row;
    store.apply({ kind: 'add message', message });
    return undefined;
  }),
};
export default fault;
