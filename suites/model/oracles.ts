// Which requirement of a dialect each expectation of the model stands for. What a dialect does not promise is not judged.
import type { Dialect } from '../../specs/kit/dialect.ts';

/** The first of these that a dialect has is the one to blame. */
const table = {
  'said to the other': [
    'delivery.reaches-the-other-member',
    'delivery.reaches-the-other',
    'delivery.reaches-receiver',
    'delivery.reaches-the-receiver',
  ],
  'said to every socket': ['delivery.reaches-every-socket', 'delivery.reaches-every-receive-socket'],
  'said to its author': ['delivery.reaches-the-sender'],
  'said once': ['delivery.exactly-once'],
  'said in order': ['delivery.in-the-order-sent'],
  'said by its author': ['delivery.names-its-author', 'delivery.names-its-people'],
  'said with an id of its own': ['delivery.every-message-has-its-own-id', 'history.each-message-once'],
  'said to nobody else': [
    'delivery.stays-in-the-room',
    'delivery.stays-between-the-two',
    'delivery.reaches-nobody-else',
    'access.outsider-hears-nothing',
  ],
  confirmed: ['sent.sender-hears-it'],
  'confirmed once': ['sent.once'],
  delivered: ['status.sender-hears-delivered'],
  'delivered to the absent': ['status.delivered-although-absent', 'status.sender-hears-delivered'],
  'read by who is there': ['status.sender-hears-read'],
  'unread by the absent': ['status.not-read-while-offline'],
  'marked once': ['status.marked-once'],
  'marked in order': ['status.delivered-comes-before-read'],
  'read is stored': ['status.read-is-stored'],
  'delivered is stored': ['status.delivered-is-stored'],
  'edit answered': ['edit.answers-200'],
  'edited to its author': ['edit.announced-to-the-author', 'edit.announced-to-the-room'],
  'edited to the other': ['edit.announced-to-the-room', 'edit.announced-to-every-socket'],
  'edited to every socket': ['edit.announced-to-every-socket'],
  'edited once': ['edit.announced-once'],
  'edited to nobody else': ['edit.announcement-stays-in-the-room'],
  'edit is stored': ['edit.stored'],
  'edit spares the rest': ['edit.changes-nothing-else'],
  'edit by the other': ['access.edit-by-other-member'],
  'edit of what is deleted': ['delete.cannot-be-edited-afterwards'],
  'removal answered': ['delete.answers-204'],
  'removed to its author': ['delete.announced-to-the-author', 'delete.announced-to-the-room'],
  'removed to the other': ['delete.announced-to-the-room', 'delete.announced-to-every-socket'],
  'removed to every socket': ['delete.announced-to-every-socket'],
  'removed once': ['delete.announced-once'],
  'removed to nobody else': ['delete.announcement-stays-in-the-room'],
  'removal is stored': ['delete.gone-from-history'],
  'removal spares the rest': ['delete.leaves-the-others'],
  'removal by the other': ['access.delete-by-other-member'],
  'removal of what is deleted': ['delete.only-once'],
  'acknowledgement told': ['received.reaches-the-author'],
  'acknowledgement deletes': ['received.deletes-the-message'],
  'acknowledgement spares the rest': ['received.deletes-nothing-else'],
  'reading told': ['read.reaches-the-author'],
  'reading spares everything': ['read.deletes-nothing'],
  'typing told': ['typing.reaches-the-receiver'],
  'entering told': ['presence.join-announced'],
  'entering told on every socket': ['presence.join-on-every-socket'],
  'leaving told': ['presence.leave-announced'],
  'a loss told': ['presence.leave-after-a-lost-connection', 'presence.leave-announced'],
  'list has the other': ['presence.list-has-the-other'],
  'list lacks the absent': ['presence.list-lacks-the-absent'],
  'unread counted': ['unread.conversation-counts-each-message'],
  'own messages do not count': ['unread.own-messages-do-not-count'],
  'reading clears': ['unread.reading-clears-the-conversation'],
  'shown to both': ['history.holds-every-message', 'fetch.holds-until-acknowledged'],
  'shown to the absent': [
    'delivery.waits-for-the-absent',
    'history.holds-what-was-sent-to-the-absent',
    'fetch.holds-what-was-missed',
  ],
  'shown once': ['history.each-message-once', 'fetch.each-message-once', 'history.holds-every-message'],
  'shown as said': ['agreement.text', 'history.agrees-with-the-frames', 'fetch.agrees-with-the-frames'],
  'shown with its id': ['agreement.id', 'history.agrees-with-the-frames', 'fetch.agrees-with-the-frames'],
  'shown with its author': [
    'history.names-its-author',
    'history.names-author-and-receiver',
    'history.names-both-people',
    'fetch.names-the-people',
  ],
  'shown in order': [
    'history.newest-first',
    'history.oldest-first',
    'history.one-direction',
    'history.in-one-direction',
  ],
  'shown without own': ['fetch.without-what-one-sent'],
  'kinds apart': ['fetch.kinds-stay-apart'],
  'group: anybody may write': ['groups.everybody-may-write'],
  'group: said to each': ['groups.reaches-every-participant'],
  'group: said once': ['groups.exactly-once'],
  'group: said in order': ['groups.in-the-order-sent'],
  'group: said by its author': ['groups.from-is-key-and-phone'],
  'group: said to nobody else': ['groups.reaches-nobody-else'],
  'group: confirmed': ['groups.sender-hears-msg-sent'],
  'group: confirmed once': ['groups.msg-sent-only-the-sender'],
  'group: acknowledgement told': ['groups.received-reaches-the-author'],
  'group: acknowledgement deletes': ['groups.received-ends-pending'],
  'group: last acknowledgement deletes': ['groups.received-by-the-last-deletes'],
  'group: acknowledgement spares the rest': ['groups.received-leaves-the-others'],
  'group: reading told': ['groups.read-reaches-the-author'],
  'group: reading spares everything': ['groups.read-deletes-nothing'],
  'group: typing told': ['groups.typing-reaches-the-person'],
  'group: shown to both': ['groups.fetch-holds-what-was-heard'],
  'group: shown to the absent': ['groups.fetch-holds-what-was-missed'],
  'group: shown once': ['groups.fetch-each-message-once'],
  'group: shown as said': ['groups.fetch-agrees-with-the-frames'],
  'group: shown with its author': ['groups.fetch-names-the-people'],
  'group: shown without own': ['groups.fetch-without-what-one-sent'],
  'group: pending is who has not received': ['groups.pending-is-who-has-not-received'],
} satisfies Record<string, readonly string[]>;

export type Oracle = keyof typeof table;

/** Every requirement that the model may blame, without its dialect. */
export const slugs: readonly string[] = [...new Set(Object.values<readonly string[]>(table).flat())];

/** The id of the requirement in this dialect; undefined when it promises nothing of the kind. */
export type Promised = (oracle: Oracle) => string | undefined;

export function promisedBy({ name, requirements }: Pick<Dialect, 'name' | 'requirements'>): Promised {
  const ids = new Set(requirements.map(({ id }) => id));
  const found = new Map<string, string | undefined>();
  for (const [oracle, candidates] of Object.entries<readonly string[]>(table))
    found.set(
      oracle,
      candidates.map((slug) => `${name}.${slug}`).find((id) => ids.has(id)),
    );
  return (oracle) => found.get(oracle);
}
