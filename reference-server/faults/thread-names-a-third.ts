import { inItems } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import type { Person } from '../store/changes.ts';

const fault: Fault = {
  name: 'thread-names-a-third',
  dialects: ['threads'],
  kind: 'identity',
  says: 'A thread names a person who is not in it.',
  breaks: ['threads.threads.names-both-people'],
  outgoingResponse: inItems('getUserThreads', ['entity'], (item, { store }) => {
    const [third] = store.database.rows<Person>('select * from people order by id desc limit 1');
    return { ...item, user_two: { id: third?.uuid, email: third?.email, profile: null } };
  }),
};
export default fault;
