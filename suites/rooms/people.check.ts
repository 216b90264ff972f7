import { Failure, Unmet } from '../kit/failure.ts';
import { show } from '../kit/match.ts';
import { field } from './answers.ts';
import type { Actor, Cast } from './cast.ts';
import { check } from './driver.ts';

/** Everybody whom the two lists of the two show: the other one, the authors and the receivers. */
async function everybodyShown(cast: Cast): Promise<{ person: unknown; where: string }[]> {
  const { together, message, conversation, conversations, alice, bob } = cast;
  const { a, b } = await together();
  const texts = [(await message(a, b)).text, (await message(b, a)).text];
  const shownTo = async (as: Actor, other: Actor): Promise<{ person: unknown; where: string }[]> => {
    const items = await conversation(as, other, ...texts);
    const list = await conversations(as);
    if (list.length === 0) throw new Unmet(`${as.who} is shown no conversation.`);
    const messages = [...items, ...list.flatMap(({ last_message }) => last_message ?? [])];
    return [
      ...list.map(({ other_user }) => ({ person: other_user, where: `the conversations of ${as.who}` })),
      ...messages.flatMap(({ from_user, to_user }) =>
        [from_user, to_user].map((person) => ({ person, where: `the messages that ${as.who} is shown` })),
      ),
    ];
  };
  return [...(await shownTo(alice, bob)), ...(await shownTo(bob, alice))];
}

check({
  says: 'A person looks as documented in both lists.',
  requires: ['rooms.people.shape', 'rooms.people.values'],
  catches: ['person-without-email', 'groups-as-numbers', 'person-with-relative-url'],
  async run(cast) {
    await everybodyShown(cast);
  },
});

check({
  says: 'One person is described in the same way in every place.',
  requires: ['rooms.people.same-everywhere'],
  catches: ['person-with-other-email-in-history', 'person-url-of-the-reader'],
  async run(cast) {
    const known = new Map<unknown, { person: unknown; where: string }>();
    for (const { person, where } of await everybodyShown(cast)) {
      const name = field(person, 'username');
      if (typeof name !== 'string') throw new Unmet(`Somebody in ${where} has no username.`);
      const before = known.get(name);
      known.set(name, before ?? { person, where });
      const differs = ['url', 'email'].find(
        (key) => before !== undefined && field(before.person, key) !== field(person, key),
      );
      if (before === undefined || differs === undefined) continue;
      throw new Failure({
        expected: `the ${differs} ${show(field(before.person, differs))}, as in ${before.where}`,
        received: show(field(person, differs)),
        because: `the ${differs} of one person differs between two places`,
      });
    }
  },
});
