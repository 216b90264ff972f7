import type { Conversation, Member, MemberFields, NewConversation } from './changes.ts';
import { Store } from './store.ts';

const CONVERSATION = 'select c.id, c.kind, c.key, c.createdAt from conversations c';

/** Pairs and groups, and who is in them. */
export class Conversations extends Store {
  byId(id: number): Conversation | undefined {
    return this.#one('c.id = ?', id);
  }

  ofPair(one: number, other: number): Conversation | undefined {
    return this.#one("c.kind = 'pair' and c.key = ?", pairKey(one, other));
  }

  ofGroup(key: string): Conversation | undefined {
    return this.#one("c.kind = 'group' and c.key = ?", key);
  }

  /** The conversation of two people, in either order; it is made when it does not exist yet. */
  getOrCreatePair(one: number, other: number, createdAt: number): Conversation {
    const fresh = { kind: 'pair', key: pairKey(one, other), createdAt } as const;
    return this.ofPair(one, other) ?? this.#add(fresh, new Set([one, other]));
  }

  addGroup(key: string, members: Iterable<number>, admins: number[], createdAt: number): Conversation {
    return this.#add({ kind: 'group', key, createdAt }, members, admins);
  }

  /** Somebody's conversations, the oldest first. */
  ofPerson(person: number): Conversation[] {
    const sql = `${CONVERSATION} join members m on m.conversation = c.id where m.person = ? order by c.id`;
    return this.read<Conversation>('conversations of a person', sql, person);
  }

  members(conversation: number): Member[] {
    const sql = 'select * from members where conversation = ? order by person';
    return this.read<Member>('members', sql, conversation);
  }

  isMember(conversation: number, person: number): boolean {
    return this.members(conversation).some((member) => member.person === person);
  }

  /** The other person of a pair. */
  other(conversation: number, person: number): number | undefined {
    const sql = 'select * from members where conversation = ? and person <> ? order by person limit 1';
    return this.readOne<Member>('members', sql, conversation, person)?.person;
  }

  changeMember(conversation: number, person: number, fields: MemberFields): void {
    this.write({ kind: 'change member', conversation, person, fields });
  }

  remove(conversation: number): void {
    this.write({ kind: 'remove conversation', id: conversation });
  }

  #add(fresh: NewConversation, members: Iterable<number>, admins: number[] = []): Conversation {
    return this.transaction(() => {
      const id = this.write({ kind: 'add conversation', conversation: fresh });
      for (const person of members) {
        const admin = Number(admins.includes(person));
        const member = { conversation: id, person, admin, receivedAt: null, readAt: null };
        this.write({ kind: 'add member', member });
      }
      return { ...fresh, id };
    });
  }

  #one(where: string, value: string | number): Conversation | undefined {
    const sql = `${CONVERSATION} where c.dialect = ? and ${where}`;
    return this.readOne<Conversation>('conversation', sql, this.dialect, value);
  }
}

function pairKey(one: number, other: number): string {
  return `${Math.min(one, other)}-${Math.max(one, other)}`;
}
