import type { Message, MessageFields, NewMessage } from './changes.ts';
import { Store } from './store.ts';

type Draft = Pick<Message, 'conversation' | 'sender' | 'text' | 'status' | 'createdAt'> & Partial<NewMessage>;

/** The messages, and who has yet to read or fetch them. */
export class Messages extends Store {
  /** Stores a message; nobody is told of it before it is committed. */
  add(draft: Draft): Message {
    const message = { receiver: null, sentAt: null, updatedAt: draft.createdAt, extra: '{}', ...draft };
    return { ...message, id: this.write({ kind: 'add message', message }) };
  }

  /** Gives the message as it is now. */
  change(message: Message, fields: MessageFields): Message {
    this.write({ kind: 'change message', id: message.id, fields });
    return { ...message, ...fields };
  }

  remove(id: number): void {
    this.write({ kind: 'remove message', id });
  }

  byId(id: number): Message | undefined {
    const sql =
      'select m.* from messages m join conversations c on c.id = m.conversation where m.id = ? and c.dialect = ?';
    return this.readOne<Message>('message', sql, id, this.dialect);
  }

  /** The newest messages of a conversation, the newest first. */
  newest(conversation: number, atMost: number): Message[] {
    const sql = 'select * from messages where conversation = ? order by id desc limit ?';
    return this.read<Message>('history', sql, conversation, atMost);
  }

  /** Every message of a conversation, the oldest first. */
  all(conversation: number): Message[] {
    const sql = 'select * from messages where conversation = ? order by id';
    return this.read<Message>('history', sql, conversation);
  }

  /** What this person sent into this conversation at this time, the oldest first. */
  sentAt(sender: number, sentAt: number, conversation: number): Message[] {
    const sql = 'select * from messages where sender = ? and sentAt = ? and conversation = ? order by id';
    return this.read<Message>('messages sent at', sql, sender, sentAt, conversation);
  }

  addPending({ id: message, conversation }: Message, person: number): void {
    this.write({ kind: 'add pending', person, conversation, message });
  }

  removePending({ id: message, conversation }: Message, person: number): void {
    this.write({ kind: 'remove pending', person, conversation, message });
  }

  /** What this person has yet to read or fetch, the oldest first; of one conversation, or of all. */
  pendingOf(person: number, conversation?: number): Message[] {
    const sql = `
      select m.* from pending p join messages m on m.id = p.message
      where p.person = ? and p.conversation = ifnull(?, p.conversation) order by m.id`;
    return this.read<Message>('pending messages', sql, person, conversation ?? null);
  }

  countPending(person: number, conversation?: number): number {
    const sql =
      'select count(*) as count from pending where person = ? and conversation = ifnull(?, conversation)';
    return this.readOne<{ count: number }>('count pending', sql, person, conversation ?? null)?.count ?? 0;
  }

  /** The people who have yet to read or fetch a message. */
  pendingFor(message: number): number[] {
    const sql = 'select person from pending where message = ? order by person';
    return this.read<{ person: number }>('pending people', sql, message).map((row) => row.person);
  }
}
