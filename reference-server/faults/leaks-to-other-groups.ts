import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'leaks-to-other-groups',
  dialects: ['dialogues'],
  kind: 'leak',
  says: 'A message to one group is heard in the other groups of its sender, too.',
  breaks: [
    'dialogues.groups.reaches-nobody-else',
    'dialogues.groups.to-is-the-hearer',
    'dialogues.groups.exactly-once',
  ],
  sometimes: 'When the sender is in several groups.',
  audience(connections, { message, cause, connections: everybody, store }) {
    if (message !== 'newMsgHeard' || cause.channel !== 'groupSendSocket') return undefined;
    const sql =
      "select b.person from members a join members b on b.conversation = a.conversation join conversations c on c.id = a.conversation where c.kind = 'group' and a.person = ? and b.person <> a.person";
    const people = store.database
      .rows<{ person: number }>(sql, cause.by?.id ?? 0)
      .map(({ person }) => person);
    const others = everybody().filter(
      ({ channel, me }) => channel === 'chatReceiveSocket' && people.includes(me.id),
    );
    return [...new Set([...connections, ...others])];
  },
};
export default fault;
