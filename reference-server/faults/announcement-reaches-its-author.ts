import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'announcement-reaches-its-author',
  dialects: ['threads'],
  kind: 'wrong-recipient',
  says: 'The announcement of an upload goes back to its author instead of its receiver.',
  breaks: ['threads.announce.reaches-receiver'],
  audience: (_audience, { message, cause, connections }) =>
    message === 'reMessageFile' ? connections().filter(({ me }) => me.id === cause.by?.id) : undefined,
};
export default fault;
