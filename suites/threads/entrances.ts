import { type Aim, type Entrances, shows } from '../kit/entrances.ts';
import { picture } from '../kit/picture.ts';
import type { Cast } from './cast.ts';

export function entrances(cast: Cast): Entrances {
  const { world, alice, bob } = cast;
  const people = { alice, bob };
  const written = async (): Promise<string> => {
    const { a, b } = await cast.together();
    const { text } = await cast.message(a, b);
    await cast.stored(alice, bob, text);
    await Promise.all([a.leave(), b.leave()]);
    return text;
  };
  const aims: Record<string, () => Promise<Aim>> = {
    getMessages: async () => ({ call: { params: { uid: bob.id } }, carriedOut: shows(await written()) }),
    async getUserThreads() {
      await written();
      return { call: {}, carriedOut: shows(bob.id) };
    },
    async uploadAttachment() {
      const text = world.text();
      const name = 'picture.png';
      const file = { field: 'attached_file', name, bytes: picture(text), type: 'image/png' };
      return {
        call: { form: { file, fields: { receiver: String(bob.id), message: text } } },
        carriedOut: async () => (await cast.messages(bob, alice)).some(({ message }) => message === text),
      };
    },
  };
  return {
    knockAt: (_, who, token) => cast.knock(people[who], token),
    aim: async (operation) => aims[operation]?.(),
    aimed: (message) => (message === 'chatMessage' ? { receiver_id: alice.id } : {}),
  };
}
