import type { Fault } from '../fault-kit/faults.ts';
import { fieldOf } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'fetch-mixes-groups-and-people',
  dialects: ['dialogues'],
  kind: 'store-and-forward',
  says: 'Messages of groups and of people are fetched together.',
  breaks: ['dialogues.fetch.kinds-stay-apart'],
  storeRead(query, rows, { cause }) {
    if (query !== 'pending messages') return undefined;
    const receiver = fieldOf(cause.input, 'command') === 'fetch_msgs' ? (cause.by?.id ?? 0) : null;
    return rows.map((row) => ({ ...row, receiver }));
  },
};
export default fault;
