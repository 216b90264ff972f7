import { fieldOf } from '../fault-kit/frames.ts';
import type { Liberty } from '../fault-kit/liberties.ts';

const liberty: Liberty = {
  name: 'announces-changes-in-full',
  dialects: ['actions', 'receipts'],
  says: 'What announces an edit or a deletion carries an object named message as well.',
  because: 'No document says that there are no other fields; chat_message has one of this name.',
  outgoingFrame: (frame, { message }) =>
    message === 'edited' || message === 'deleted'
      ? { ...frame, message: { length: String(fieldOf(frame, 'text') ?? '').length } }
      : undefined,
};
export default liberty;
