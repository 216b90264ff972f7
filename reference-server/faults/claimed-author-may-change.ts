import type { Fault } from '../fault-kit/faults.ts';
import { fieldOf } from '../fault-kit/frames.ts';
import { isMessage } from '../fault-kit/rows.ts';

const fault: Fault = {
  name: 'claimed-author-may-change',
  dialects: ['actions', 'receipts'],
  kind: 'authorisation',
  says: 'Whoever says that they are the author of a message can change it.',
  breaks: ['*.access.edit-by-other-member', 'actions.access.delete-by-other-member'],
  sometimes: 'only for requests with a sender_id',
  decide: (question, _answer, { about, cause }) =>
    question === 'author' &&
    isMessage(about) &&
    String(fieldOf(cause.input, 'sender_id')) === String(about.sender)
      ? true
      : undefined,
};
export default fault;
