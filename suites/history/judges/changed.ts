import type { Key } from '../events.ts';
import { type Finding, type Judge, type Place, witness } from '../finding.ts';
import { called, lineOf, type Message } from '../records.ts';

export const changed: Judge = {
  name: 'changed',
  says: 'A message has one id and one content, wherever it is heard or shown.',
  judge({ events, sessions, conversations }) {
    const found: Finding[] = [];
    const look = (message: Message, seen: Seen): void => {
      const { id, text } = seen;
      if (text !== undefined && text !== message.send?.text && isNew(message, text, seen.line))
        found.push(otherText(message, seen));
      if (id !== undefined && id !== message.id) found.push(otherId(message, seen));
    };
    for (const { person, heard } of sessions)
      for (const [at, message] of heard.messages.entries()) {
        const line = lineOf(heard, at);
        const event = events[line];
        if (event?.kind !== 'deliver') continue;
        const { id, text } = event;
        if (agrees(message, id, text)) continue;
        look(message, { line, id, text, place: 'socket', how: `${person} heard` });
      }
    for (const { views } of conversations.values())
      for (const { event, line, shown } of views)
        for (const [at, message] of shown.entries()) {
          const { id, text } = event.messages[at] ?? {};
          if (agrees(message, id, text)) continue;
          look(message, { line, id, text, place: 'view', how: `${event.person} was shown` });
        }
    for (const { messages } of conversations.values())
      for (const message of messages.values())
        if (message.namesake !== undefined) found.push(sameId(message, message.namesake));
    return found;
  },
};

interface Seen {
  line: number;
  id: Key | undefined;
  text: string | undefined;
  place: Place;
  /** "bob heard", "alice was shown" */
  how: string;
}

function agrees(message: Message, id: Key | undefined, text: string | undefined): boolean {
  return (text === undefined || text === message.send?.text) && (id === undefined || id === message.id);
}

function isNew({ send, edits }: Message, text: string, line: number): boolean {
  return send?.text !== undefined && !edits.some((edit) => edit.text === text && edit.asked < line);
}

function otherText(message: Message, { line, text, place, how }: Seen): Finding {
  const { send } = message;
  return {
    judge: 'changed',
    place,
    conversation: message.conversation.name,
    expected: `${called(message)} with the text that ${send?.person} sent: ${JSON.stringify(send?.text)}`,
    received: JSON.stringify(text),
    because: `${how} ${called(message)} with a text that nobody gave it: ${JSON.stringify(text)}`,
    witness: witness(send?.line, line),
  };
}

function otherId(message: Message, { id, line, place, how }: Seen): Finding {
  const [was, is] = [JSON.stringify(message.id), JSON.stringify(id)];
  return {
    judge: 'changed',
    place,
    conversation: message.conversation.name,
    expected: `${called(message)} has one id`,
    received: `${was} and ${is}`,
    because: `${how} ${called(message)} under the id ${is}, although it had the id ${was} before`,
    witness: witness(message.idLine, line),
  };
}

function sameId(message: Message, namesake: Message): Finding {
  const [id, was, is] = [JSON.stringify(message.id), called(namesake), called(message)];
  return {
    judge: 'changed',
    place: 'view',
    conversation: message.conversation.name,
    expected: `${id} is one message`,
    received: `${was} and ${is}`,
    because: `the id ${id} stands for ${was} in one place and for ${is} in another`,
    witness: witness(namesake.idLine, message.idLine),
  };
}
