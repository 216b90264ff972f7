import type { Fault } from '../fault-kit/faults.ts';
import { isFrame } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'announcement-follows-claimed-receiver',
  dialects: ['threads'],
  kind: 'wrong-recipient',
  says: 'An announcement reaches the person whom it claims as the receiver.',
  breaks: ['threads.access.announcement-keeps-its-people'],
  audience(_audience, { message, cause, connections }) {
    const claimed = isFrame(cause.input) ? cause.input['receiver_id'] : undefined;
    if (message !== 'reMessageFile' || claimed === undefined) return undefined;
    return connections().filter((one) => one.me.uuid === claimed);
  },
};
export default fault;
