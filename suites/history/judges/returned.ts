import { type Finding, type Judge, witness } from '../finding.ts';
import type { History } from '../history.ts';
import { called, lineOf, type Message } from '../records.ts';

export const returned: Judge = {
  name: 'returned',
  says: 'What is deleted does not come back.',
  judge: (history) => [...onSockets(history), ...inViews(history)],
};

function onSockets({ events, sessions }: History): Finding[] {
  const found: Finding[] = [];
  for (const { person, socket, heard } of sessions)
    for (const [at, message] of heard.messages.entries()) {
      const { deleted } = message;
      const line = lineOf(heard, at);
      if (deleted === undefined || deleted > line) continue;
      // On another socket the message and its deletion may cross.
      const announced = events[deleted];
      if (announced?.kind === 'deleted' && announced.socket === socket)
        found.push(told(message, line, { place: 'socket', how: `${person} heard it again on "${socket}"` }));
    }
  return found;
}

function inViews({ conversations, before }: History): Finding[] {
  const found: Finding[] = [];
  for (const { views } of conversations.values())
    for (const { event, shown, line } of views)
      for (const message of shown)
        if (message.deleted !== undefined && before(message.deleted, event.asked))
          found.push(told(message, line, { place: 'view', how: `${event.person} was shown it afterwards` }));
  return found;
}

function told(
  message: Message,
  line: number,
  { place, how }: { place: 'socket' | 'view'; how: string },
): Finding {
  return {
    judge: 'returned',
    place,
    conversation: message.conversation.name,
    expected: `${called(message)} stays deleted`,
    received: 'the message',
    because: `${called(message)} was deleted, and ${how}`,
    witness: witness(message.deletion, message.deleted, line),
  };
}
