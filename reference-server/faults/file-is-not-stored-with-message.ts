import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'file-is-not-stored-with-message',
  dialects: ['rooms'],
  kind: 'media',
  says: 'A message is stored without its file.',
  breaks: ['rooms.media.kept-with-the-message'],
  sometimes: 'only for messages with a file',
  storeWrite: (change) =>
    change.kind === 'add message' ? { ...change, message: { ...change.message, extra: '{}' } } : undefined,
};
export default fault;
