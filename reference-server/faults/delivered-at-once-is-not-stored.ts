import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'delivered-at-once-is-not-stored',
  dialects: ['dialogues'],
  kind: 'store-and-forward',
  says: 'A message is kept only for those who are not connected.',
  breaks: [
    'dialogues.fetch.holds-what-was-heard',
    'dialogues.groups.fetch-holds-what-was-heard',
    'dialogues.sent.means-saved',
    'dialogues.groups.msg-sent-means-saved',
  ],
  sometimes: 'When the receiver is connected.',
  storeWrite(change, { connections }) {
    if (change.kind !== 'add pending') return undefined;
    const isThere = connections().some(
      ({ channel, me }) => channel === 'chatReceiveSocket' && me.id === change.person,
    );
    return isThere ? null : undefined;
  },
};
export default fault;
