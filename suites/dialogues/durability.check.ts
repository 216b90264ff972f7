import { given } from '../kit/failure.ts';
import { check } from './driver.ts';
import { expectGone, expectHeld, expectNotHeld, fetched, fetchedUntil } from './fetched.ts';
import { expectPending, isPending } from './pending.ts';

check({
  says: 'A message that was acknowledged does not come back after the server was killed.',
  requires: ['dialogues.durability.acknowledged-stays-deleted'],
  catches: ['restart-undoes-changes'],
  profile: 'standard',
  restarts: true,
  async run(cast) {
    const { b, toBob, toAlice } = await cast.together();
    const [gone, waiting] = [await cast.message(toBob, b), await cast.message(toBob, b)];
    toAlice.received(gone);
    await given('The acknowledgement does not count', () => expectGone(b, 'fetch_msgs', gone));
    await cast.world.restart();
    const items = await fetched(await cast.inbox(cast.bob));
    await given('The other message is gone', async () => expectHeld(items, [waiting], 'it is not fetched'));
    expectNotHeld(items, gone, 'a message that was acknowledged is back after the restart');
  },
});

check({
  says: 'A group message waits for the same people after the server was killed.',
  requires: ['dialogues.durability.pending-survives-restart'],
  catches: ['restart-undoes-changes'],
  profile: 'standard',
  restarts: true,
  async run(cast) {
    const { alice, bob, carol, world } = cast;
    const key = cast.group('all');
    const [b, c] = [await cast.inbox(bob), await cast.inbox(carol)];
    const [ofAlice, ofBob] = [await cast.groupChat(alice, key), await cast.groupChat(bob, key)];
    const message = await cast.message(ofAlice, b, c);
    ofBob.received(message);
    const kind = 'fetch_grp_msgs';
    await given('The acknowledgement does not count', async () => {
      const { items } = await fetchedUntil(c, kind, (all) => isPending(all, message, [carol]));
      expectPending(items, message, [carol]);
    });
    await world.restart();
    expectPending(await fetched(await cast.inbox(carol), kind), message, [carol]);
  },
});
