import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'acknowledge-before-stored',
  dialects: 'all',
  kind: 'persistence',
  says: 'A message is announced a fifth of a second before it is stored, so that a crash in between loses it.',
  breaks: [
    '*.durability.acknowledged-survives-restart',
    '*.durability.delivered-survives-restart',
    '*.durability.message-survives-restart',
    'dialogues.sent.means-saved',
    'dialogues.groups.msg-sent-means-saved',
    '*.durability.confirmed-survives-restart',
    'dialogues.fetch.holds-what-was-missed',
    'dialogues.fetch.holds-what-was-heard',
    'dialogues.groups.fetch-holds-what-was-missed',
    'dialogues.groups.fetch-holds-what-was-heard',
  ],
  storeWrite(change, { later, store }) {
    if (change.kind !== 'add message' && change.kind !== 'add pending') return undefined;
    later(200, () => store.apply(change));
    return null;
  },
};
export default fault;
