import type { Chat } from '../../chat.ts';
import type { Answer, Call } from '../../dialect-server.ts';
import { refusal } from '../../operations.ts';
import type { Message } from '../../store/changes.ts';
import { withMicroseconds } from '../../times.ts';
import { fileOf } from './files.ts';
import { NOBODY, otherPerson } from './names.ts';

/** Everybody one has a conversation with, the oldest conversation first. */
export function listConversations(chat: Chat, { me, origin }: Call<object>): Answer {
  const person = shownPeople(chat, origin);
  const pairs = chat.conversations.ofPerson(me.id).filter(({ kind }) => kind === 'pair');
  const body = pairs.map(({ id }) => {
    const members = chat.conversations.members(id).map((member) => member.person);
    const [last] = chat.messages.newest(id, 1);
    return {
      id,
      name: members.map((member) => chat.people.by('id', member)?.username).join('-'),
      other_user: person(members.find((member) => member !== me.id)),
      last_message: last ? { ...shown(last, person), multimedia_url: fileOf(last)?.url ?? null } : null,
    };
  });
  return { status: 200, body };
}

/** Everything that was said with one other person, the oldest first. */
export function listMessages(chat: Chat, { me, origin, parameters }: Call<{ room: string }>): Answer {
  const other = otherPerson(chat, me, parameters.room);
  if (other === undefined) return refusal(chat, NOBODY.status, NOBODY.says);
  const conversation = chat.conversations.ofPair(me.id, other.id);
  const messages = conversation === undefined ? [] : chat.messages.all(conversation.id);
  const person = shownPeople(chat, origin);
  // rooms.md:447 shows a message without a file, and no field for one.
  const items = messages.map((message) => {
    const file = fileOf(message);
    return { ...shown(message, person), ...(file && { multimedia_url: file.url }) };
  });
  return { status: 200, body: { messages: items } };
}

function shown(message: Message, person: (id: number | undefined) => object): object {
  return {
    id: message.id,
    from_user: person(message.sender),
    to_user: person(message.receiver ?? undefined),
    date_added: withMicroseconds(message.createdAt, 'Z'),
    content: message.text,
  };
}

/** How people are shown in one answer; each is looked up once. */
function shownPeople(chat: Chat, origin: string): (id: number | undefined) => object {
  const known = new Map<number | undefined, object>();
  const show = (id: number | undefined) => {
    const person = id === undefined ? undefined : chat.people.by('id', id);
    return {
      url: `${origin}/api/userauth/users/${id}/`,
      username: person?.username ?? '',
      email: person?.email ?? '',
      // No operation makes groups: everybody is in one, so that clients see what it looks like.
      groups: [`${origin}/api/userauth/groups/1/`],
      is_active: true,
    };
  };
  return (id) => {
    const one = known.get(id) ?? show(id);
    known.set(id, one);
    return one;
  };
}
