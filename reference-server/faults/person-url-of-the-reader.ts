import type { Fault } from '../fault-kit/faults.ts';
import { inPeople } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'person-url-of-the-reader',
  dialects: ['rooms'],
  kind: 'identity',
  says: 'The URL of everybody is that of the reader.',
  breaks: ['rooms.people.same-everywhere'],
  outgoingResponse: inPeople((person, { cause }) => ({
    ...person,
    url: String(person['url']).replace(/\d+\/$/, `${cause.by?.id}/`),
  })),
};
export default fault;
