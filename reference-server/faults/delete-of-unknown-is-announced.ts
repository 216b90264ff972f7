import { wasEver } from '../fault-kit/actions.ts';
import { deed } from '../fault-kit/around.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { fieldOf } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'delete-of-unknown-is-announced',
  dialects: ['actions'],
  kind: 'edit-delete',
  says: 'Deleting a message that never was is announced.',
  breaks: ['actions.delete.unknown-message'],
  sometimes: 'only for an id that was never given',
  outgoingFrame(_frame, { message, cause, ...context }) {
    if (message !== 'complaint' || deed(cause) !== 'delete') return undefined;
    const id = Number(fieldOf(cause.input, 'message_id'));
    return wasEver(id, context) ? undefined : { type: 'message_deleted', message_id: id };
  },
};
export default fault;
