import { isGone } from '../fault-kit/actions.ts';
import { deed } from '../fault-kit/around.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { fieldOf } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'second-delete-is-announced',
  dialects: ['actions'],
  kind: 'edit-delete',
  says: 'Deleting a message twice is announced twice.',
  breaks: ['actions.delete.only-once'],
  sometimes: 'only for a message that has been deleted before',
  outgoingFrame(_frame, { message, cause, ...context }) {
    if (message !== 'complaint' || deed(cause) !== 'delete') return undefined;
    const id = Number(fieldOf(cause.input, 'message_id'));
    return isGone(id, context) ? { type: 'message_deleted', message_id: id } : undefined;
  },
};
export default fault;
