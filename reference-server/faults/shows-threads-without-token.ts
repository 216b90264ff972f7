import type { Fault } from '../fault-kit/faults.ts';
import type { Person } from '../store/changes.ts';
import { bearer } from '../tokens.ts';

const fault: Fault = {
  name: 'shows-threads-without-token',
  dialects: ['threads'],
  kind: 'authentication',
  says: 'The threads of somebody or other are shown without a token.',
  breaks: ['threads.auth.threads-without-token'],
  identify(person, { request, entrance, store }) {
    if (person !== undefined || entrance !== 'getUserThreads' || bearer(request.headers) !== undefined)
      return undefined;
    return store.database.rows<Person>('select * from people limit 1')[0];
  },
};
export default fault;
