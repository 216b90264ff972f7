import type { Fault } from '../fault-kit/faults.ts';
import { isFrame, messageIn, withMessage } from '../fault-kit/frames.ts';

const AUTHORS = ['sender_id', 'from_user'];

const fault: Fault = {
  name: 'author-from-frame',
  dialects: 'all',
  kind: 'identity',
  says: 'A message is shown as written by whomever the sender says it is from.',
  breaks: [
    '*.delivery.author-comes-from-the-token',
    'dialogues.delivery.author-comes-from-the-address',
    'dialogues.groups.author-comes-from-the-address',
    'dialogues.received.by-an-outsider',
  ],
  decide: (question, _answer, { about }) =>
    question === 'author' && isFrame(about) && 'msg_from' in about ? true : undefined,
  outgoingFrame(frame, { delivers, cause: { input } }) {
    if (!delivers || !isFrame(input)) return undefined;
    const claimed = AUTHORS.filter((field) => field in input && field in messageIn(frame));
    if (claimed.length === 0) return undefined;
    return withMessage(frame, Object.fromEntries(claimed.map((field) => [field, input[field]])));
  },
};
export default fault;
