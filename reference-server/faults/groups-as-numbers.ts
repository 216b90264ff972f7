import type { Fault } from '../fault-kit/faults.ts';
import { inPeople } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'groups-as-numbers',
  dialects: ['rooms'],
  kind: 'schema',
  says: 'The groups of people are numbers instead of URLs.',
  breaks: ['rooms.people.shape'],
  outgoingResponse: inPeople((person) => ({ ...person, groups: [1] })),
};
export default fault;
