import { deed } from '../fault-kit/around.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'refused-action-deafens-the-socket',
  dialects: ['actions'],
  kind: 'connection',
  says: 'Whoever asks for what is not theirs hears nothing any more, but stays connected.',
  breaks: ['actions.errors.socket-goes-on'],
  outgoingFrame(_frame, { message, cause, to, memory }) {
    if (message === 'complaint' && deed(cause) !== undefined) memory.set(to, 'deaf');
    else if (memory.has(to)) return null;
    return undefined;
  },
};
export default fault;
