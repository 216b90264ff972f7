import { inPeople } from '../fault-rooms.ts';
import type { Fault } from '../faults.ts';

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
