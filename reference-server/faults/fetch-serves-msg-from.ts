import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'fetch-serves-msg-from',
  dialects: ['dialogues'],
  kind: 'store-and-forward',
  says: 'A fetch is answered with what waits for the one in its msg_from.',
  breaks: ['dialogues.fetch.msg-from-does-not-matter', 'dialogues.groups.fetch-msg-from-does-not-matter'],
  incomingFrame: (frame) =>
    ['fetch_msgs', 'fetch_grp_msgs'].includes(String(frame['command']))
      ? { ...frame, msg_to: frame['msg_from'] }
      : undefined,
  decide: (question) => question === 'own inbox' || undefined,
};
export default fault;
