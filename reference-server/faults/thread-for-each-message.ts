import { inBody } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { isFrame } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'thread-for-each-message',
  dialects: ['threads'],
  kind: 'ids',
  says: 'Every message begins a thread of its own.',
  breaks: ['threads.threads.one-for-each-pair'],
  outgoingResponse: inBody('getUserThreads', (body, { store }) => {
    const threads = Array.isArray(body['entity']) ? body['entity'].filter(isFrame) : [];
    const sql = 'select id from messages where conversation = ?';
    const each = threads.flatMap((one) =>
      store.database.rows<{ id: number }>(sql, Number(one['id'])).map(({ id }) => ({ ...one, id })),
    );
    return { ...body, entity: each };
  }),
};
export default fault;
