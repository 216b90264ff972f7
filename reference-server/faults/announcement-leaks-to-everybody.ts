import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'announcement-leaks-to-everybody',
  dialects: ['threads'],
  kind: 'leak',
  says: 'The announcement of an upload reaches everybody who is connected.',
  breaks: ['threads.access.outsider-hears-of-no-attachment'],
  audience: (_audience, { message, connections }) =>
    message === 'reMessageFile' ? connections() : undefined,
};
export default fault;
