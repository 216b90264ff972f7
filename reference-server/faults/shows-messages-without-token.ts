import type { Fault } from '../fault-kit/faults.ts';
import type { Person } from '../store/changes.ts';
import { bearer } from '../tokens.ts';

const fault: Fault = {
  name: 'shows-messages-without-token',
  dialects: ['threads'],
  kind: 'authentication',
  says: 'The messages are shown to whoever asks, without a token.',
  breaks: ['threads.auth.messages-without-token'],
  identify(person, { request, entrance, store }) {
    if (person !== undefined || entrance !== 'getMessages' || bearer(request.headers) !== undefined)
      return undefined;
    return store.database.rows<Person>('select * from people limit 1')[0];
  },
};
export default fault;
