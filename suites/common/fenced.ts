// The fence of the common checks: alice says something later, and bob has heard it. What he had not heard before, he
// will not hear.
import { fence } from '../kit/fence.ts';
import type { Party } from '../kit/verbs.ts';

export async function fenced(from: Party, to: Party, text: string): Promise<void> {
  await fence('strong', to.ear, async () => {
    from.say(text);
    await to.hear(text);
  });
}
