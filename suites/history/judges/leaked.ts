import { type Finding, type Judge, witness } from '../finding.ts';
import { called, lineOf } from '../records.ts';

export const leaked: Judge = {
  name: 'leaked',
  says: 'Nobody hears or is shown a conversation that they do not belong to.',
  judge({ sessions, conversations }) {
    const found: Finding[] = [];
    for (const { person, socket, heard } of sessions)
      for (const [at, message] of heard.messages.entries()) {
        const { members, name } = message.conversation;
        if (members === undefined || members.has(person)) continue;
        found.push({
          judge: 'leaked',
          place: 'socket',
          conversation: name,
          expected: `nobody but ${[...members].join(' and ')} hears "${name}"`,
          received: `${person} heard ${called(message)} on "${socket}"`,
          because: `${person} does not belong to "${name}" and heard ${called(message)} of ${message.send?.person ?? 'nobody'}`,
          witness: witness(message.send?.line, lineOf(heard, at)),
        });
      }
    for (const { name, members, views } of conversations.values())
      for (const { event, shown, line } of views) {
        const [first] = shown;
        if (members === undefined || members.has(event.person) || first === undefined) continue;
        found.push({
          judge: 'leaked',
          place: 'view',
          conversation: name,
          expected: `nobody but ${[...members].join(' and ')} is shown "${name}"`,
          received: `${event.person} was shown ${shown.length} messages of it`,
          because: `${event.person} does not belong to "${name}" and was shown ${called(first)}`,
          witness: witness(first.send?.line, line),
        });
      }
    return found;
  },
};
