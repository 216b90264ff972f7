// Store and forward: a message stays until everybody whom it is for has acknowledged it.
import type { Conversation, Person } from '../../store/changes.ts';
import { instant } from '../../times.ts';
import { fail, type Talk } from './frames.ts';

/** When this returns, the message is committed, and waits for these people. */
export function keep({ chat, frame, from }: Talk, { id, kind }: Conversation, waiting: Person[]): void {
  const [first] = waiting;
  if (first === undefined) return;
  const sentAt = instant(frame.sent_timestamp) ?? null;
  const content = { text: frame.message, status: 'kept', sentAt, createdAt: chat.clock.now() };
  // Only a message to one person has a receiver.
  const people = { sender: from.id, receiver: kind === 'pair' ? first.id : null };
  chat.store.transaction(() => {
    const message = chat.messages.add({ conversation: id, ...people, ...content });
    for (const person of waiting) chat.messages.addPending(message, person.id);
  });
}

/**
 * Ends the waiting for one person; the last one's deletes the message. It fails when no such message waits.
 * When this was is last_received_receiver of the author's dialogue.
 */
export function acknowledge(talk: Talk, conversation: Conversation | undefined, author?: Person): boolean {
  const { chat, connection, frame, from } = talk;
  const time = instant(frame.message) ?? 0;
  const named = chat.messages.sentAt(author?.id ?? 0, time, conversation?.id ?? 0);
  const message = named.find((one) => {
    const isWaiting = chat.messages.pendingFor(one.id).includes(from.id);
    return chat.seams.decide('pending', isWaiting, { person: from, connection, about: one });
  });
  if (message === undefined) {
    fail(talk, 'delete_msg', "couldn't find a message to delete");
    return false;
  }
  const receivedAt = instant(frame.sent_timestamp) ?? null;
  chat.store.transaction(() => {
    chat.messages.removePending(message, from.id);
    if (chat.messages.pendingFor(message.id).length === 0) chat.messages.remove(message.id);
    chat.conversations.changeMember(message.conversation, from.id, { receivedAt });
  });
  return true;
}
