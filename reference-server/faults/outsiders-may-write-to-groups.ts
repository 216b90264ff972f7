import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'outsiders-may-write-to-groups',
  dialects: ['dialogues'],
  kind: 'membership',
  says: 'Whoever knows the key of a group can write to it.',
  breaks: ['dialogues.groups.outsider-cannot-write'],
  decide: (question) => question === 'member' || undefined,
};
export default fault;
