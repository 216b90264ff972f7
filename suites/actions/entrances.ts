import { type Entrances, shows } from '../kit/entrances.ts';
import { Unmet } from '../kit/failure.ts';
import type { Cast } from './cast.ts';

export function entrances(cast: Cast): Entrances {
  const { alice, bob } = cast;
  const people = { alice, bob };
  return {
    knockAt: (_, who, token) => cast.knock(people[who], cast.room(), token),
    async aim(operation) {
      // Deleting a room would take it from the checks that come afterwards.
      if (operation !== 'listRooms') return undefined;
      const seat = await cast.enter(alice, cast.room());
      const { text } = await cast.message(seat, seat);
      await seat.leave();
      if ((await cast.listed(alice, text)) === undefined)
        throw new Unmet('The list of rooms does not show what was said last.');
      return { call: { query: { first_user: alice.id } }, carriedOut: shows(text) };
    },
    aimed: () => ({}),
  };
}
