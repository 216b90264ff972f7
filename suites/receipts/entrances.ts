import { type Aim, type Entrances, succeeded } from '../kit/entrances.ts';
import type { Cast } from './driver.ts';

export function entrances(cast: Cast): Entrances {
  const { world, alice, bob } = cast;
  const people = { alice, bob };
  const aims: Record<string, () => Promise<Aim>> = {
    async getOrCreateRoom() {
      return { call: { query: { user_id_1: alice.id, user_id_2: bob.id } }, carriedOut: succeeded };
    },
    async editMessage() {
      const { id, room } = await said(cast);
      const text = world.text();
      return {
        call: { params: { message_id: id }, body: { text } },
        carriedOut: async () => (await cast.history(alice, room)).some((item) => item.text === text),
      };
    },
    async deleteMessage() {
      const { id, text, room } = await said(cast);
      return {
        call: { params: { message_id: id } },
        carriedOut: async () => !(await cast.history(alice, room)).some((item) => item.text === text),
      };
    },
  };
  return {
    knockAt: async (_, who, token) => cast.knock(people[who], await cast.room(alice, bob), token),
    aim: async (operation) => aims[operation]?.(),
    aimed: () => ({}),
  };
}

/** Alice has said something, and is gone again. */
async function said(cast: Cast) {
  const room = await cast.room(cast.alice, cast.bob);
  const seat = await cast.enter(cast.alice, room);
  const message = await cast.message(seat, seat);
  await seat.leave();
  return { ...message, room };
}
