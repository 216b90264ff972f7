import type { Fault } from '../fault-kit/faults.ts';

/** What a chunk of the reference server holds. */
const FULL = 10;

const fault: Fault = {
  name: 'full-last-chunk-says-more',
  dialects: ['dialogues'],
  kind: 'pagination',
  says: 'A last chunk that happens to be full does not say that it is the last.',
  breaks: ['dialogues.fetch.last-chunk-says-so', 'dialogues.groups.fetch-last-chunk-says-so'],
  sometimes: 'When as many messages wait as fill the chunks.',
  outgoingFrame: (frame, { message }) =>
    message.startsWith('fetched') && Array.isArray(frame['messages']) && frame['messages'].length === FULL
      ? { ...frame, all: 'False' }
      : undefined,
};
export default fault;
