// Store and forward: a message stays until everybody whom it is for has acknowledged it.
import type { Conversation, Person } from '../../store/changes.ts';
import { instant, withBlank } from '../../times.ts';
import { fail, pass, type Talk } from './frames.ts';

/** How its sender hears that a message is saved. */
type Saved = Record<'id' | 'time' | 'to', string>;

/** Says that a message is saved when it is committed, and waits for these people, who then hear it. */
export function send(talk: Talk, { id, kind }: Conversation, waiting: Person[], saved: Saved): void {
  const { chat, connection, frame, from } = talk;
  const [first] = waiting;
  if (first !== undefined) {
    const sentAt = instant(frame.sent_timestamp) ?? null;
    const content = { text: frame.message, status: 'kept', sentAt, createdAt: chat.clock.now() };
    // Only a message to one person has a receiver.
    const people = { sender: from.id, receiver: kind === 'pair' ? first.id : null };
    chat.store.transaction(() => {
      const message = chat.messages.add({ conversation: id, ...people, ...content });
      for (const person of waiting) chat.messages.addPending(message, person.id);
    });
  }
  const names = { msg_from: from.phone, msg_to: saved.to };
  const sent_timestamp = withBlank(chat.clock.now());
  connection.send(saved.id, { message: saved.time, command: 'msg_sent', ...names, sent_timestamp });
  for (const person of waiting) pass(talk, person, 'newMsgHeard', 'new_msg');
}

/**
 * Ends the waiting for one person, of which the author hears; the last one's deletes the message. It fails when no such
 * message waits. When this was is last_received_receiver of the author's dialogue.
 */
export function acknowledge(talk: Talk, conversation: Conversation | undefined, author?: Person): void {
  const { chat, frame, from } = talk;
  const time = instant(frame.message) ?? 0;
  const named = chat.messages.sentAt(author?.id ?? 0, time, conversation?.id ?? 0);
  const message = named.find((about) => {
    const isWaiting = chat.messages.pendingFor(about.id).includes(from.id);
    return chat.seams.decide('pending', isWaiting, { person: from, about });
  });
  if (message === undefined) {
    fail(talk, 'delete_msg', "couldn't find a message to delete");
    return;
  }
  const receivedAt = instant(frame.sent_timestamp) ?? null;
  chat.store.transaction(() => {
    chat.messages.removePending(message, from.id);
    if (chat.messages.pendingFor(message.id).length === 0) chat.messages.remove(message.id);
    chat.conversations.changeMember(message.conversation, from.id, { receivedAt });
  });
  if (author !== undefined) pass(talk, author, 'msgReceivedHeard', 'msg_received');
}
