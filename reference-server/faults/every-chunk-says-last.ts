import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'every-chunk-says-last',
  dialects: ['dialogues'],
  kind: 'pagination',
  says: 'Every chunk says that it is the last.',
  breaks: ['dialogues.fetch.last-chunk-says-so', 'dialogues.groups.fetch-last-chunk-says-so'],
  sometimes: 'When there are several chunks.',
  outgoingFrame: (frame, { message }) =>
    message.startsWith('fetched') ? { ...frame, all: 'True' } : undefined,
};
export default fault;
