import { type Finding, type Judge, witness } from '../finding.ts';
import type { History } from '../history.ts';
import { called, type Edit, type Message, type View } from '../records.ts';

export const stale: Judge = {
  name: 'stale',
  says: 'Once an edit has happened, no view shows what it replaced.',
  judge(history) {
    const found: Finding[] = [];
    for (const { views } of history.conversations.values())
      for (const view of views)
        for (const [at, message] of view.shown.entries()) {
          const text = view.event.messages[at]?.text;
          if (text === undefined || message.edits.length === 0) continue;
          const edit = replacing(history, view, { message, text });
          if (edit !== undefined) found.push(told(view, message, { text, edit }));
        }
    return found;
  },
};

/** The edit that began after the shown text was in place, and that had happened when the view was asked for. */
function replacing(
  { before }: History,
  { event }: View,
  { message, text }: { message: Message; text: string },
): Edit | undefined {
  const { edits, send, known } = message;
  if (edits.some((edit) => edit.text === text && edit.known === Infinity)) return undefined;
  const versions = edits.filter((edit) => edit.text === text).map((edit) => edit.known);
  if (send?.text === text) versions.push(known);
  if (versions.length === 0) return undefined;
  const since = Math.max(...versions);
  return edits.find((edit) => edit.text !== text && edit.asked > since && before(edit.known, event.asked));
}

function told(
  { event, line }: View,
  message: Message,
  { text, edit }: { text: string; edit: Edit },
): Finding {
  return {
    judge: 'stale',
    place: 'view',
    conversation: event.conversation,
    expected: `${called(message)} with the text ${JSON.stringify(edit.text)}`,
    received: JSON.stringify(text),
    because: `${called(message)} had been edited to ${JSON.stringify(edit.text)} when ${event.person} was shown ${JSON.stringify(text)}`,
    witness: witness(edit.asked, edit.known, line),
  };
}
