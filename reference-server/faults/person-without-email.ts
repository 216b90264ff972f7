import type { Fault } from '../fault-kit/faults.ts';
import { without } from '../fault-kit/frames.ts';
import { inPeople } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'person-without-email',
  dialects: ['rooms'],
  kind: 'schema',
  says: 'People have no email in the lists.',
  breaks: ['rooms.people.shape'],
  outgoingResponse: inPeople((person) => without(person, 'email')),
};
export default fault;
