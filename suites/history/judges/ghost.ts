import { type Finding, type Judge, witness } from '../finding.ts';
import type { History } from '../history.ts';
import { called, lineOf, type Message } from '../records.ts';

export const ghost: Judge = {
  name: 'ghost',
  says: 'Nothing is heard or shown that nobody has sent, or that was refused.',
  judge: (history) => [...onSockets(history), ...inViews(history)],
};

function onSockets({ sessions }: History): Finding[] {
  const found: Finding[] = [];
  for (const { person, socket, heard } of sessions)
    for (const [at, message] of heard.messages.entries())
      if (isGhost(message))
        found.push(told(message, lineOf(heard, at), `${person} heard it on "${socket}"`, 'socket'));
  return found;
}

function inViews({ conversations }: History): Finding[] {
  const found: Finding[] = [];
  for (const { views } of conversations.values())
    for (const { event, line, shown } of views)
      for (const message of shown)
        if (isGhost(message)) found.push(told(message, line, `${event.person} was shown it`, 'view'));
  return found;
}

function isGhost(message: Message): boolean {
  const { send, refused, earlier, namesake } = message;
  if (refused !== undefined) return true;
  // Under the id of another it is that message, changed; which is another judge's business.
  return send === undefined && !earlier && namesake === undefined;
}

function told(message: Message, line: number, how: string, place: 'socket' | 'view'): Finding {
  const why = message.refused === undefined ? 'nobody has sent' : 'was refused';
  return {
    judge: 'ghost',
    place,
    conversation: message.conversation.name,
    expected: 'nothing but what was sent',
    received: called(message),
    because: `${called(message)} is a message that ${why}, yet ${how}`,
    witness: witness(message.refused, line),
  };
}
