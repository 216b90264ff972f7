// Store and forward: a message stays until everybody whom it is for has acknowledged it.
import type { Chat } from '../../chat.ts';
import type { Connection } from '../../connection.ts';
import type { Person } from '../../store/changes.ts';
import { instant } from '../../times.ts';
import { fail, type Sent } from './frames.ts';

interface Kept {
  conversation: number;
  from: Person;
  /** Only a message to one person has a receiver; one to a group has none. */
  receiver?: number;
  waiting: Person[];
}

/** When this returns, the message is committed, and waits for these people. */
export function keep(chat: Chat, frame: Sent, { conversation, from, receiver, waiting }: Kept): void {
  if (waiting.length === 0) return;
  const sentAt = instant(frame.sent_timestamp) ?? null;
  const about = { text: frame.message, status: 'kept', sentAt, createdAt: chat.clock.now() };
  chat.store.transaction(() => {
    const who = { sender: from.id, receiver: receiver ?? null };
    const message = chat.messages.add({ conversation, ...who, ...about });
    for (const person of waiting) chat.messages.addPending(message, person.id);
  });
}

interface Acknowledged {
  conversation: number | undefined;
  from: Person;
  author: Person | undefined;
}

/**
 * Ends the waiting for one person; the last one's deletes the message. It fails when no such message waits.
 * When this was is last_received_receiver of the author's dialogue.
 */
export function acknowledge(
  chat: Chat,
  connection: Connection,
  frame: Sent,
  { conversation = 0, from, author }: Acknowledged,
): boolean {
  const { channel } = connection;
  const named = chat.messages.sentAt(author?.id ?? 0, instant(frame.message) ?? 0, conversation);
  const message = named.find((one) => {
    const isWaiting = chat.messages.pendingFor(one.id).includes(from.id);
    return chat.seams.decide('pending', isWaiting, { person: from, connection, channel, about: one });
  });
  if (message === undefined) {
    fail(chat, connection, 'delete_msg', "couldn't find a message to delete");
    return false;
  }
  chat.store.transaction(() => {
    chat.messages.removePending(message, from.id);
    if (chat.messages.pendingFor(message.id).length === 0) chat.messages.remove(message.id);
    const receivedAt = instant(frame.sent_timestamp) ?? null;
    chat.conversations.changeMember(message.conversation, from.id, { receivedAt });
  });
  return true;
}
