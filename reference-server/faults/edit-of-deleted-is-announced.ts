import { isGone } from '../fault-kit/actions.ts';
import { deed } from '../fault-kit/around.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { fieldOf } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'edit-of-deleted-is-announced',
  dialects: ['actions'],
  kind: 'edit-delete',
  says: 'Editing a deleted message is announced, although nothing changes.',
  breaks: ['actions.delete.cannot-be-edited-afterwards'],
  sometimes: 'only for a message that has been deleted before',
  outgoingFrame(_frame, { message, cause, ...context }) {
    if (message !== 'complaint' || deed(cause) !== 'edit') return undefined;
    const id = Number(fieldOf(cause.input, 'message_id'));
    const edited = { type: 'message_edited', message_id: id, text: fieldOf(cause.input, 'text') };
    return isGone(id, context) ? edited : undefined;
  },
};
export default fault;
