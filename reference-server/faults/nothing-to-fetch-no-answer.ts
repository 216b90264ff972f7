import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'nothing-to-fetch-no-answer',
  dialects: ['dialogues'],
  kind: 'store-and-forward',
  says: 'With nothing to fetch there is no answer.',
  breaks: ['dialogues.fetch.empty-array', 'dialogues.groups.fetch-empty-array'],
  sometimes: 'When nothing waits.',
  outgoingFrame: (frame, { message }) =>
    message.startsWith('fetched') && Array.isArray(frame['messages']) && frame['messages'].length === 0
      ? null
      : undefined,
};
export default fault;
