import { type Aim, type Entrances, shows, succeeded } from '../kit/entrances.ts';
import { picture } from '../kit/picture.ts';
import type { Cast } from './cast.ts';

export function entrances(cast: Cast): Entrances {
  const { world, alice, bob } = cast;
  const people = { alice, bob };
  const written = async (): Promise<string> => {
    const text = world.text();
    await cast.leaves(bob, alice, text);
    return text;
  };
  const aims: Record<string, () => Promise<Aim>> = {
    listConversations: async () => ({ call: {}, carriedOut: shows(await written()) }),
    listMessages: async () => ({
      call: { params: { room: bob.username } },
      carriedOut: shows(await written()),
    }),
    async uploadFile() {
      const file = { field: 'myFile', name: 'picture.png', bytes: picture(world.text()), type: 'image/png' };
      return { call: { form: { file, fields: {} } }, carriedOut: succeeded };
    },
  };
  return {
    knockAt(channel, who, token) {
      const other = who === 'alice' ? bob.username : alice.username;
      if (channel === 'room') return cast.knock(people[who], other, token);
      return cast.knockBell(people[who], channel === 'notifications' ? undefined : other, token);
    },
    aim: async (operation) => aims[operation]?.(),
    aimed: () => ({ room: alice.username }),
  };
}
