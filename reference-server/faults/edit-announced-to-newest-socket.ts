import { siblings } from '../fault-kit/around.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'edit-announced-to-newest-socket',
  dialects: ['actions', 'receipts'],
  kind: 'wrong-recipient',
  says: 'Of several sockets of one person only the newest hears of an edit.',
  breaks: ['*.edit.announced-to-every-socket'],
  sometimes: 'only when somebody has more than one socket',
  outgoingFrame(_frame, context) {
    const { message, to } = context;
    return message === 'edited' && siblings(to, context).at(-1) !== to ? null : undefined;
  },
};
export default fault;
