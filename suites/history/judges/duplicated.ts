import { type Finding, type Judge, witness } from '../finding.ts';
import type { History } from '../history.ts';
import { called, lineOf, type Message, type Sight } from '../records.ts';

export const duplicated: Judge = {
  name: 'duplicated',
  says: 'A message is heard once on each socket, and is once in each view.',
  judge: (history) => [...onSockets(history), ...inViews(history)],
};

function onSockets(history: History): Finding[] {
  return history.sessions.flatMap(({ person, socket, heard }) =>
    repeated(history, heard).map(([message, lines]): Finding => {
      const times = `${lines.length} times`;
      return {
        judge: 'duplicated',
        place: message.send?.person === person ? 'sender' : 'socket',
        conversation: message.conversation.name,
        expected: `${person} hears ${called(message)} once on "${socket}"`,
        received: times,
        because: `${person}'s socket "${socket}" heard ${called(message)} ${times}`,
        witness: witness(message.send?.line, ...lines),
      };
    }),
  );
}

function inViews(history: History): Finding[] {
  return [...history.conversations.values()].flatMap(({ name, views }) =>
    views.flatMap(({ line, event, shown }) =>
      repeated(history, { messages: shown, lines: line }).map(([message, { length }]): Finding => {
        const times = `${length} times`;
        return {
          judge: 'duplicated',
          place: 'view',
          conversation: name,
          expected: `${event.person} is shown ${called(message)} once`,
          received: times,
          because: `the conversation as ${event.person} is shown it holds ${called(message)} ${times}`,
          witness: witness(message.send?.line, line),
        };
      }),
    ),
  );
}

/** What was seen more than once, and where. */
function repeated(history: History, seen: Sight): [Message, number[]][] {
  const stamp = history.newStamp();
  const again = new Map<Message, number[]>();
  for (const message of seen.messages) {
    if (message.stamp === stamp) again.set(message, []);
    message.stamp = stamp;
  }
  if (again.size > 0)
    for (const [at, message] of seen.messages.entries()) again.get(message)?.push(lineOf(seen, at));
  return [...again];
}
