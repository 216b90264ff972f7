import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { isFrame } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'announcement-changes-text',
  dialects: ['threads'],
  kind: 'text',
  says: 'Announcing an upload changes its text to that of the announcement.',
  breaks: ['threads.announce.adds-no-message'],
  outgoingFrame: inFrames('reMessageFile', (frame, { store, cause }) => {
    const text = isFrame(cause.input) ? String(cause.input['message_body']) : '';
    store.apply({ kind: 'change message', id: Number(frame['created_msg_id']), fields: { text } });
    return undefined;
  }),
};
export default fault;
