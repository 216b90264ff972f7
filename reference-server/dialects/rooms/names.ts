import type { Chat } from '../../chat.ts';
import type { Refused } from '../../dialect-server.ts';
import type { Person } from '../../store/changes.ts';

export const NOBODY: Refused = { status: 404, says: 'Nobody else has this username.' };

/** Whom an address means by a username: anybody but oneself. */
export function otherPerson(chat: Chat, me: Person, username: unknown): Person | undefined {
  const other = typeof username === 'string' ? chat.people.by('username', username) : undefined;
  return other?.id === me.id ? undefined : other;
}
