// Lost: a message that has happened is missing from a view that was asked for afterwards.
import { type Finding, witness } from '../finding.ts';
import type { History } from '../history.ts';
import { type Conversation, called, type Message, type View } from '../records.ts';

export function lostFromViews(history: History): Finding[] {
  return [...history.conversations.values()].flatMap((conversation) => {
    if (conversation.views.length === 0) return [];
    const expected = expectations(conversation);
    return conversation.views.flatMap((view) => {
      const message = missingFrom(history, view, expected(view));
      return message === undefined ? [] : [told(view, message)];
    });
  });
}

/** What views of a kind have to show, by when it was known. */
function expectations(conversation: Conversation): (view: View) => readonly Message[] {
  const all = conversation.sent
    .filter(
      ({ known, refused, deletion }) => known < Infinity && refused === undefined && deletion === undefined,
    )
    .sort((one, other) => one.known - other.known);
  const ofOthers = new Map<string, Message[]>();
  return ({ event: { others, person } }) => {
    if (others !== true) return all;
    const known = ofOthers.get(person) ?? all.filter(({ send }) => send?.person !== person);
    ofOthers.set(person, known);
    return known;
  };
}

/**
 * The newest message that is missing. Among one more messages than the view shows, one is missing at the latest: so
 * that the look is no longer than the view.
 */
function missingFrom(
  history: History,
  { event, shown }: View,
  expected: readonly Message[],
): Message | undefined {
  const stamp = history.newStamp();
  let oldest = Infinity;
  for (const message of shown) {
    message.stamp = stamp;
    // Changed, but not lost.
    if (message.namesake !== undefined) message.namesake.stamp = stamp;
    if (message.earlier) oldest = -1;
    else if (message.known < oldest) oldest = message.known;
  }
  for (let at = lastBefore(history, expected, event.asked); at >= 0; at -= 1) {
    const message = expected[at];
    // A view that may leave out what is old leaves out nothing that was sent after something that it shows.
    if (message?.send === undefined || (event.cut === true && message.known <= oldest)) return undefined;
    if (message.stamp === stamp) continue;
    if (event.cut !== true || message.send.line > oldest) return message;
  }
  return undefined;
}

function lastBefore(history: History, expected: readonly Message[], moment: number): number {
  let [low, high] = [0, expected.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (history.before(expected[middle]?.known ?? 0, moment)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function told({ event, line, shown }: View, message: Message): Finding {
  const { person, conversation } = event;
  return {
    judge: 'lost',
    place: 'view',
    conversation,
    expected: `${person} is shown ${called(message)} of ${message.send?.person}`,
    received: `${shown.length} messages without it`,
    because: `${called(message)} had happened when ${person} asked for the conversation, and is not in it`,
    witness: witness(message.send?.line, message.known, line),
  };
}
