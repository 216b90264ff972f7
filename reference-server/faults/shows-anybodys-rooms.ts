import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'shows-anybodys-rooms',
  dialects: ['actions'],
  kind: 'authorisation',
  says: 'Anybody can list the rooms of anybody.',
  breaks: ['actions.access.list-of-somebody-else'],
  decide: (question) => (question === 'own list' ? true : undefined),
};
export default fault;
