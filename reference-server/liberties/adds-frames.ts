import type { Liberty } from '../fault-kit/liberties.ts';

const liberty: Liberty = {
  name: 'adds-frames',
  dialects: 'all',
  says: 'After every frame comes one of a type that the document does not name.',
  because: 'No document says that there are no other types; in threads, every frame has an action.',
  outgoingFrame(frame, { send }) {
    send(frame);
    send({ type: 'heartbeat', action: 'heartbeat' });
    return null;
  },
};
export default liberty;
