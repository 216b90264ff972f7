import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'stores-text-without-astral-characters',
  dialects: 'all',
  kind: 'text',
  says: 'Emoji arrive, but are not in the history.',
  breaks: ['*.text.unicode'],
  sometimes: 'only in texts with characters outside the basic plane',
  storeWrite(change) {
    if (change.kind !== 'add message') return undefined;
    const text = change.message.text.replace(/[\u{10000}-\u{10ffff}]/gu, '');
    return { ...change, message: { ...change.message, text } };
  },
};
export default fault;
