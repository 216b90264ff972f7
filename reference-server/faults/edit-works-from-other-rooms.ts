import { deed } from '../fault-kit/around.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'edit-works-from-other-rooms',
  dialects: ['actions'],
  kind: 'authorisation',
  says: 'A message can be edited from the socket of any other room.',
  breaks: ['actions.access.changes-from-another-room'],
  decide: (question, _answer, { cause }) =>
    question === 'here' && deed(cause) === 'edit' ? true : undefined,
};
export default fault;
