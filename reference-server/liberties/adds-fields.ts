import { isFrame } from '../fault-kit/frames.ts';
import type { Liberty } from '../fault-kit/liberties.ts';

const liberty: Liberty = {
  name: 'adds-fields',
  dialects: 'all',
  says: 'Every frame and every answer has a field more than the document shows.',
  because: 'No document says that there are no other fields.',
  outgoingFrame: (frame) => (Array.isArray(frame) ? undefined : { ...frame, node: 'east-1' }),
  outgoingResponse: (answer) =>
    isFrame(answer.body) && !Buffer.isBuffer(answer.body)
      ? { ...answer, body: { ...answer.body, node: 'east-1' } }
      : undefined,
};
export default liberty;
