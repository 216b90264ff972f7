import type { Fault } from '../fault-kit/faults.ts';
import type { Person } from '../store/changes.ts';

const isToken = (token: unknown): boolean => String(token).includes('.');

const fault: Fault = {
  name: 'strangers-may-write',
  dialects: ['threads'],
  kind: 'authentication',
  says: 'A socket without a valid token is closed only when it has said something, which is delivered.',
  breaks: ['threads.auth.stranger-cannot-send'],
  identify(person, { entrance, store }) {
    if (person !== undefined || entrance !== 'chat') return undefined;
    return store.database.rows<Person>('select * from people limit 1')[0];
  },
  incomingFrame(_frame, { from, later }) {
    if (!isToken(from.head.parameters['token'])) later(20, () => from.close(4401, 'Who are you?'));
    return undefined;
  },
};
export default fault;
