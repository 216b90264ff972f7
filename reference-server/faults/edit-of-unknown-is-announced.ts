import { wasEver } from '../fault-kit/actions.ts';
import { deed } from '../fault-kit/around.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { fieldOf } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'edit-of-unknown-is-announced',
  dialects: ['actions'],
  kind: 'edit-delete',
  says: 'Editing a message that never was is announced.',
  breaks: ['actions.edit.unknown-message'],
  sometimes: 'only for an id that was never given',
  outgoingFrame(_frame, { message, cause, ...context }) {
    if (message !== 'complaint' || deed(cause) !== 'edit') return undefined;
    const id = Number(fieldOf(cause.input, 'message_id'));
    const edited = { type: 'message_edited', message_id: id, text: fieldOf(cause.input, 'text') };
    return wasEver(id, context) ? undefined : edited;
  },
};
export default fault;
