// A text that is not plain, said and found again.
import { eventually } from '../kit/eventually.ts';
import { Failure, given, Unmet } from '../kit/failure.ts';
import { show } from '../kit/match.ts';
import type { Heard } from '../kit/socket.ts';
import { difference } from '../kit/text.ts';
import type { Verbs } from '../kit/verbs.ts';
import { fenced, fencedAnew } from './fenced.ts';

/** A target may refuse a text, even by closing the socket of the one who sent it; it may not change it. */
export async function comesBack(verbs: Verbs, text: string, mark: string): Promise<void> {
  const { world, history } = verbs;
  const [a, b] = await Promise.all([verbs.join('alice'), verbs.join('bob')]);
  await given('An ordinary message did not arrive', () => fenced(a, b, world.text()));
  const since = b.ear.mark;
  a.say(text);
  const last = world.text();
  await fencedAnew(verbs, a, b, last);
  const came = b.ear.heard.slice(since).filter((heard) => {
    const brought = verbs.textOf(heard);
    return brought !== undefined && (brought === text || !isSaidBeside(verbs, brought));
  });
  // Other people's messages, and ours from earlier, may arrive at the same time.
  const own = came.filter((heard) => verbs.textOf(heard)?.includes(mark));
  const changed = own.find((heard) => verbs.textOf(heard) !== text);
  if (changed !== undefined) throw altered(changed.entry.what, text, verbs.textOf(changed), changed);
  if (own.length === 0 && came.length > 0)
    throw new Unmet('Something came that may be the text or another message; this cannot be told apart.');
  if (own.length === 0) return world.observe('A text that is not plain', `refused: ${show(text, 40)}`);
  if (history === undefined) return;
  const stored = await eventually(world, async () => {
    const lines = await history('bob');
    return lines.find((line) => line.text === text) ?? lines.find((line) => line.text.includes(mark));
  });
  if (stored === undefined) throw new Unmet('The message is not in the history.');
  if (stored.text !== text) throw altered(show(stored.text, 200), text, stored.text);
}

/** What this check said besides the text: a fence, or what a driver says to somebody who comes back, also as an echo. */
function isSaidBeside({ world }: Verbs, text: string): boolean {
  const quoted = JSON.stringify(text);
  return (
    text !== '' && world.journal.entries.some(({ kind, what }) => kind === 'sent' && what.includes(quoted))
  );
}

function altered(received: string, text: string, came: string | undefined, heard?: Heard): Failure {
  if (heard !== undefined) heard.entry.offending = true;
  return new Failure({
    expected: `the text as it was sent: ${show(text)}`,
    received,
    because: `the text came back changed: ${difference(text, came ?? '')}`,
  });
}
