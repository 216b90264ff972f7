import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'stores-file-without-text',
  dialects: ['rooms'],
  kind: 'text',
  says: 'Of a message with a file no text is stored.',
  breaks: ['rooms.media.keeps-its-text'],
  sometimes: 'only for messages with a file',
  storeWrite: (change) =>
    change.kind === 'add message' && change.message.extra !== '{}'
      ? { ...change, message: { ...change.message, text: '' } }
      : undefined,
};
export default fault;
