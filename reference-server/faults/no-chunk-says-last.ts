import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'no-chunk-says-last',
  dialects: ['dialogues'],
  kind: 'pagination',
  says: 'No chunk says that it is the last.',
  breaks: ['dialogues.fetch.last-chunk-says-so', 'dialogues.groups.fetch-last-chunk-says-so'],
  outgoingFrame: (frame, { message }) =>
    message.startsWith('fetched') ? { ...frame, all: 'False' } : undefined,
};
export default fault;
