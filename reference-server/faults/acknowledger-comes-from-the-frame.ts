import type { Fault } from '../fault-kit/faults.ts';
import { fieldOf } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'acknowledger-comes-from-the-frame',
  dialects: ['dialogues'],
  kind: 'identity',
  says: 'An acknowledgement counts for whomever its msg_from claims.',
  breaks: ['dialogues.received.by-the-author', 'dialogues.received.by-an-outsider'],
  decide: (question, _answer, { about }) =>
    (['author', 'addressee'].includes(question) && fieldOf(about, 'command') === 'msg_received') || undefined,
};
export default fault;
