import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'history-shows-same-words-once',
  dialects: ['receipts'],
  kind: 'history',
  says: 'Of several messages of one person with the same text the history shows one.',
  breaks: ['*.history.holds-every-message'],
  sometimes: 'only where a text is repeated',
  storeRead(query, rows) {
    if (query !== 'history') return undefined;
    const said = (row: Record<string, unknown>): string => JSON.stringify([row['sender'], row['text']]);
    return rows.filter((row, at) => rows.findIndex((other) => said(other) === said(row)) === at);
  },
};
export default fault;
