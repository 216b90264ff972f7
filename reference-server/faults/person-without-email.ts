import { without } from '../alter.ts';
import { inPeople } from '../fault-rooms.ts';
import type { Fault } from '../faults.ts';

const fault: Fault = {
  name: 'person-without-email',
  dialects: ['rooms'],
  kind: 'schema',
  says: 'People have no email in the lists.',
  breaks: ['rooms.people.shape'],
  outgoingResponse: inPeople((person) => without(person, 'email')),
};
export default fault;
