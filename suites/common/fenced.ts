// The fence of the common checks: alice says something later, and bob has heard it. What he had not heard before, he
// will not hear.
import { fence } from '../kit/fence.ts';
import type { Party, Verbs } from '../kit/verbs.ts';

export async function fenced(from: Party, to: Party, text: string): Promise<void> {
  await fence('strong', to.ear, async () => {
    from.say(text);
    await to.hear(text);
  });
}

/** The same after something for which a server may close the socket of the one who said it. */
export async function fencedAnew(verbs: Verbs, from: Party, to: Party, text: string): Promise<void> {
  if (from.out.isOpen) {
    const through = fenced(from, to, text).then(() => true);
    if (await Promise.race([through, from.out.gone().then(() => false)])) return;
  }
  await fenced(await verbs.join(from.who), to, text);
}
