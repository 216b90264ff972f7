import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'group-trims-text',
  dialects: ['dialogues'],
  kind: 'text',
  says: 'Texts to a group lose the spaces at their ends.',
  breaks: ['dialogues.text.in-groups'],
  sometimes: 'When a text begins or ends with spaces.',
  incomingFrame: (frame) =>
    frame['command'] === 'new_grp_msg' ? { ...frame, message: String(frame['message']).trim() } : undefined,
};
export default fault;
