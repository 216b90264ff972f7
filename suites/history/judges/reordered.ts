import { type Finding, type Judge, type Place, witness } from '../finding.ts';
import type { History } from '../history.ts';
import { called, lineOf, type Message, type Sight } from '../records.ts';

export const reordered: Judge = {
  name: 'reordered',
  says: 'What one person sends on one connection is heard and shown in the order of sending.',
  judge: (history) => [...onSockets(history), ...inViews(history)],
};

function onSockets(history: History): Finding[] {
  return history.sessions.flatMap(({ heard, person, socket }) =>
    overtaken(history, heard)
      // What people hear of their own messages keeps an order only where it is promised at all.
      .filter(([{ message }]) => message.send?.person !== person || message.conversation.echo)
      .map(([early, late]) =>
        told(early, late, { place: 'socket', where: `on ${person}'s socket "${socket}"` }),
      ),
  );
}

function inViews(history: History): Finding[] {
  return [...history.conversations.values()].flatMap(({ views }) =>
    views.flatMap(({ shown, line, event }) =>
      overtaken(history, { messages: shown, lines: line }).map(([early, late]) =>
        told(early, late, { place: 'view', where: `in the conversation as ${event.person} is shown it` }),
      ),
    ),
  );
}

/** Pairs in which the first came before the second, and was sent after it. */
function overtaken(history: History, sight: Sight): [Seen, Seen][] {
  const stamp = history.newStamp();
  const pairs: [Seen, Seen][] = [];
  /** The latest of each connection, by its place. */
  const latest = new Map<number, { at: number; sent: number }>();
  for (let at = 0; at < sight.messages.length; at += 1) {
    const message = sight.messages[at];
    if (message?.send === undefined || message.stamp === stamp) continue;
    message.stamp = stamp;
    const { session, line } = message.send;
    const before = latest.get(session.number);
    if (before === undefined) latest.set(session.number, { at, sent: line });
    else if (before.sent < line) [before.at, before.sent] = [at, line];
    else pairs.push([seenAt(sight, before.at, message), seenAt(sight, at, message)]);
  }
  return pairs;
}

interface Seen {
  message: Message;
  line: number;
}

function seenAt(sight: Sight, at: number, otherwise: Message): Seen {
  return { message: sight.messages[at] ?? otherwise, line: lineOf(sight, at) };
}

function told(early: Seen, late: Seen, { place, where }: { place: Place; where: string }): Finding {
  const [second, first] = [early.message, late.message];
  return {
    judge: 'reordered',
    place,
    conversation: first.conversation.name,
    expected: `${called(first)} before ${called(second)}, as ${first.send?.person} sent them`,
    received: `${called(second)} before ${called(first)}`,
    because: `${called(second)} overtook ${called(first)} ${where}`,
    witness: witness(first.send?.line, second.send?.line, early.line, late.line),
  };
}
