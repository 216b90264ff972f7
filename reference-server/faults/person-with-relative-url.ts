import type { Fault } from '../fault-kit/faults.ts';
import { inPeople } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'person-with-relative-url',
  dialects: ['rooms'],
  kind: 'schema',
  says: 'The URLs of people have no host.',
  breaks: ['rooms.people.values'],
  outgoingResponse: inPeople((person) => ({
    ...person,
    url: String(person['url']).replace(/^https?:\/\/[^/]+/, ''),
  })),
};
export default fault;
