import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'fetch-serves-msg-to',
  dialects: ['dialogues'],
  kind: 'authorisation',
  says: 'A fetch is answered with what waits for the one in its msg_to, whoever asks.',
  breaks: ['dialogues.fetch.for-somebody-else', 'dialogues.groups.fetch-for-somebody-else'],
  outgoingFrame: () => undefined,
  decide: (question) => question === 'own inbox' || undefined,
};
export default fault;
