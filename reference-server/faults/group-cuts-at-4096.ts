import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'group-cuts-at-4096',
  dialects: ['dialogues'],
  kind: 'text',
  says: 'Texts to a group are cut after 4,096 characters.',
  breaks: ['dialogues.text.in-groups'],
  sometimes: 'When a text has more than 4,096 characters.',
  incomingFrame: (frame) =>
    frame['command'] === 'new_grp_msg'
      ? { ...frame, message: String(frame['message']).slice(0, 4_096) }
      : undefined,
};
export default fault;
