// After a bad frame of bob's: he may be disconnected for it, everybody else is served as before.
import { Failure, given } from '../kit/failure.ts';
import type { Party, Verbs } from '../kit/verbs.ts';
import { fenced } from './fenced.ts';

/** What bob does; alice is there, too. */
export type Poisoning = (bob: Party, alice: Party) => void | Promise<void>;

/** What is answered to the bad frame itself is not judged, whatever it looks like. */
export async function hurtsNobodyElse(verbs: Verbs, topic: string, send: Poisoning): Promise<void> {
  const { world } = verbs;
  const [a, b] = await Promise.all([verbs.join('alice'), verbs.join('bob')]);
  await given('An ordinary message did not arrive', async () => {
    await fenced(a, b, world.text());
    await fenced(b, a, world.text());
  });
  const before = world.ledger.breaches.length;
  try {
    await judged(verbs, [a, b], topic, send);
  } finally {
    world.ledger.breaches.splice(before);
  }
}

/** One bad frame of bob's, and what he says next on the same socket: it arrives unless he is disconnected. */
export async function spoilsNothing({ world, join }: Verbs, topic: string, frame: string): Promise<void> {
  const [a, b] = await Promise.all([join('alice'), join('bob')]);
  await given('An ordinary message did not arrive', () => fenced(b, a, world.text()));
  const before = world.ledger.breaches.length;
  try {
    b.out.sendRaw(frame);
    const [next, later] = [world.text(), world.text()];
    for (const text of [next, later]) {
      if (b.out.isOpen) b.say(text);
      await Promise.race([b.out.gone(), a.hear(text).catch(() => undefined)]);
      if (a.heard(next).length > 0 || !b.out.isOpen) return;
    }
    world.observe(topic, a.heard(later).length > 0 ? 'lost' : 'its socket is open, and carries nothing more');
    if (a.heard(later).length === 0) return;
  } finally {
    world.ledger.breaches.splice(before);
  }
  throw new Failure({
    expected: "alice hears what bob says right after the frame, or bob's socket ends",
    received: 'only what bob said later on the same socket',
    because: 'the message right after the frame is lost, and those after it are not',
  });
}

async function judged(
  verbs: Verbs,
  [a, b]: readonly [Party, Party],
  topic: string,
  send: Poisoning,
): Promise<void> {
  const { world } = verbs;
  await send(b, a);
  // A request of bob's own connection comes after the poison; when he was closed for it, that is an answer, too.
  const after = world.text();
  if (b.out.isOpen) b.say(after);
  await Promise.race([a.ear.gone(), b.out.gone(), a.hear(after).catch(() => undefined)]);
  world.observe(topic, b.out.isOpen ? 'the sender stays connected' : 'the sender is disconnected');
  expectToStay(a);
  // Only one of his sockets at a time: whether messages reach several is another requirement's business.
  await Promise.all([b.out.leave(), b.ear.leave()]);
  const again = await verbs.join('bob');
  expectToStay(a);
  await works(a, again, verbs);
  await works(again, a, verbs);
}

export function expectToStay({ who, ear, out }: Party): void {
  const ended = [ear, out].find((socket) => !socket.isOpen);
  if (ended === undefined) return;
  const how = ended.closing?.entry.what ?? 'closed';
  throw new Failure({
    expected: `the socket of ${who} stays open`,
    received: how,
    because: `the socket of ${who} ended after a frame of bob's: ${how}`,
  });
}

/** One of three messages arrives: a server that loses some is another requirement's business. */
export async function works(from: Party, to: Party, { world }: Verbs): Promise<void> {
  const texts = [world.text(), world.text(), world.text()];
  for (const text of texts) from.say(text);
  const arrived = await to.ear.until(() => texts.find((text) => to.heard(text).length > 0));
  if (arrived !== undefined) return;
  throw new Failure({
    expected: `${to.who} hears what ${from.who} says afterwards`,
    received: to.ear.closing?.entry.what ?? 'nothing',
    because: `after the frame, nothing that ${from.who} says reaches ${to.who}`,
  });
}
