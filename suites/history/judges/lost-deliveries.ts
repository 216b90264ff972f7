// Lost: somebody who was connected did not hear a message, and what came later shows that it is not coming.
import { type Finding, type Place, witness } from '../finding.ts';
import type { History } from '../history.ts';
import { type Conversation, called, type Message, type Session } from '../records.ts';

interface Missing {
  message: Message;
  session: Session;
  /** The line that shows that it is not coming any more. */
  proof: number;
  /** The line that shows that it has happened, when the proof does not. */
  evidence: number | undefined;
}

export function lostDeliveries(history: History): Finding[] {
  const belongsTo = conversationsByPerson(history);
  const missing = history.sessions.flatMap((session) => missed(history, session, belongsTo));
  const heardBy = hearers(history, new Set(missing.map(({ message }) => message)));
  return missing.map((one) => told(one, heardBy.get(one.message) ?? new Set()));
}

type ByPerson = ReadonlyMap<string, readonly Conversation[]>;

function missed(history: History, session: Session, belongsTo: ByPerson): Missing[] {
  const found: Missing[] = [];
  const stamp = history.newStamp();
  /** The latest that was heard of each connection that sends. */
  const latest = new Map<number, { sent: number; line: number }>();
  const { messages, lines } = session.heard;
  for (let at = 0; at < messages.length; at += 1) {
    const [message, line = 0] = [messages[at], lines[at]];
    if (message === undefined) continue;
    message.stamp = stamp;
    // Changed, but not lost.
    if (message.namesake !== undefined) message.namesake.stamp = stamp;
    if (message.send === undefined) continue;
    const before = latest.get(message.send.session.number);
    if (before === undefined) latest.set(message.send.session.number, { sent: message.send.line, line });
    else if (before.sent < message.send.line) [before.sent, before.line] = [message.send.line, line];
  }
  for (const conversation of belongsTo.get(session.person) ?? []) {
    if (session.conversation !== undefined && session.conversation !== conversation.name) continue;
    const { sent } = conversation;
    for (let at = firstAfter(sent, session.from); at < sent.length; at += 1) {
      const message = sent[at];
      const send = message?.send;
      if (message === undefined || send === undefined || send.line > session.to) break;
      if (message.stamp === stamp || message.known === Infinity || message.refused !== undefined) continue;
      if (message.deletion !== undefined || (send.person === session.person && !conversation.echo)) continue;
      const later = latest.get(send.session.number);
      // What was sent after it on the same connection also shows that it has happened.
      const isFollowed = later !== undefined && later.sent > send.line;
      const proof = isFollowed ? later.line : settledAfter(history, Math.max(send.line, message.known));
      const evidence = isFollowed || message.known === proof ? undefined : message.known;
      if (proof < session.to) found.push({ message, session, proof, evidence });
    }
  }
  return found;
}

function conversationsByPerson({ conversations }: History): ByPerson {
  const found = new Map<string, Conversation[]>();
  for (const conversation of conversations.values())
    for (const person of conversation.members ?? []) {
      const known = found.get(person);
      if (known === undefined) found.set(person, [conversation]);
      else known.push(conversation);
    }
  return found;
}

function firstAfter(sent: readonly Message[], line: number): number {
  let [low, high] = [0, sent.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sent[middle]?.send?.line ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

function settledAfter({ settled }: History, line: number): number {
  let [low, high] = [0, settled.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((settled[middle] ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return settled[low] ?? Infinity;
}

function hearers({ sessions }: History, wanted: ReadonlySet<Message>): Map<Message, Set<string>> {
  const heardBy = new Map<Message, Set<string>>();
  if (wanted.size === 0) return heardBy;
  for (const { person, heard } of sessions)
    for (const message of heard.messages) {
      if (!wanted.has(message)) continue;
      const people = heardBy.get(message) ?? new Set();
      heardBy.set(message, people.add(person));
    }
  return heardBy;
}

function told({ message, session, proof, evidence }: Missing, heardBy: ReadonlySet<string>): Finding {
  const { send, conversation } = message;
  const { person, socket } = session;
  const partly = heardBy.has(person);
  const place: Place = partly ? 'socket' : send?.person === person ? 'sender' : 'person';
  const elsewhere = partly ? `, although another socket of ${person} did` : '';
  return {
    judge: 'lost',
    place,
    conversation: conversation.name,
    expected: `${person} hears ${called(message)} of ${send?.person} on "${socket}"`,
    received: 'what was sent after it, and not the message',
    because: `${person}'s socket "${socket}" was connected and did not hear ${called(message)} of ${send?.person}${elsewhere}`,
    witness: witness(session.from, send?.line, evidence, proof),
  };
}
