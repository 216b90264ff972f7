// More than the kernels on both ends hold for somebody who reads nothing.
import { given } from '../kit/failure.ts';
import type { Party, Verbs } from '../kit/verbs.ts';
import { expectToStay, works } from './poison.ts';

/** Characters of three bytes each; a document that names a limit for texts names a higher one. */
const length = 9_000;
const times = 190;

/**
 * Alice brings up five megabytes, and bob, on the socket that reads, hears them in time. Nothing of it stays where
 * everybody would have to load it again: one message is edited, or all are acknowledged.
 */
export async function flood(verbs: Verbs, a: Party, b: Party): Promise<void> {
  const { world } = verbs;
  const bring = a.edit === undefined ? bySaying(a) : await byEditing(verbs, a, b);
  if (bring === undefined) return;
  const ids: string[] = [];
  for (let count = 0; count < times; count += 1) {
    const text = `${world.text()} ${'書'.repeat(length)}`;
    const since = b.ear.mark;
    await bring(text);
    const heard = await b.ear.until(() =>
      b.ear.heard.slice(since).find((one) => verbs.newsOf(one)?.text === text),
    );
    expectToStay(b);
    expectToStay(a);
    if (heard === undefined) {
      await works(a, b, verbs);
      // It takes no texts of this length, so that it cannot be flooded.
      if (count === 0) return world.observe('A text of 9,000 characters', 'does not arrive');
    }
    const id = heard === undefined ? undefined : verbs.newsOf(heard)?.id;
    if (id !== undefined) ids.push(id);
  }
  for (const id of ids) if (b.out.isOpen) b.acknowledge?.(id);
}

type Bringing = (text: string) => unknown;

function bySaying(a: Party): Bringing | undefined {
  return a.acknowledge === undefined ? undefined : (text) => a.say(text);
}

async function byEditing(verbs: Verbs, a: Party, b: Party): Promise<Bringing | undefined> {
  const text = verbs.world.text();
  a.say(text);
  const heard = await given('A message to be edited did not arrive', () => b.hear(text));
  const id = verbs.newsOf(heard)?.id;
  return id === undefined ? undefined : (other) => a.edit?.(id, other);
}
