import type { Fault } from '../fault-kit/faults.ts';
import { fieldOf } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'fetch-deletes',
  dialects: ['dialogues'],
  kind: 'store-and-forward',
  says: 'What was fetched once is deleted.',
  breaks: ['dialogues.fetch.holds-until-acknowledged', 'dialogues.groups.fetch-holds-what-was-heard'],
  storeRead(query, rows, { cause, store }) {
    if (query !== 'pending messages') return undefined;
    const isPersonal = fieldOf(cause.input, 'command') === 'fetch_msgs';
    for (const { id, conversation, receiver } of rows)
      if (isPersonal === (receiver !== null))
        store.apply({
          kind: 'remove pending',
          person: cause.by?.id ?? 0,
          conversation: Number(conversation),
          message: Number(id),
        });
    return undefined;
  },
};
export default fault;
