import { wasEver } from '../fault-kit/actions.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'edit-of-unknown-makes-a-message',
  dialects: ['actions'],
  kind: 'edit-delete',
  says: 'Editing a message that never was makes a new one.',
  breaks: ['actions.edit.unknown-message'],
  sometimes: 'only for an id that was never given',
  incomingFrame: (frame, context) =>
    frame['action'] === 'edit' && !wasEver(Number(frame['message_id']), context)
      ? { action: 'send', message: frame['text'] }
      : undefined,
};
export default fault;
