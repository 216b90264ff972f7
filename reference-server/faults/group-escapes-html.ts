import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'group-escapes-html',
  dialects: ['dialogues'],
  kind: 'text',
  says: 'Texts to a group have their angle brackets escaped.',
  breaks: ['dialogues.text.in-groups'],
  sometimes: 'When a text has angle brackets.',
  incomingFrame: (frame) =>
    frame['command'] === 'new_grp_msg'
      ? { ...frame, message: String(frame['message']).replaceAll('<', '&lt;').replaceAll('>', '&gt;') }
      : undefined,
};
export default fault;
