import { expectTrue } from '../kit/expect.ts';
import { given } from '../kit/failure.ts';
import { expectUnread, unread } from './counts.ts';
import { check } from './driver.ts';

check({
  says: 'What was unread is unread, and what was read is read, after the server was killed.',
  requires: ['rooms.durability.unread-survives-restart'],
  catches: ['restart-undoes-changes'],
  profile: 'standard',
  restarts: true,
  async run(cast) {
    const { alice, bob, carol, world } = cast;
    await cast.leaves(carol, bob, world.text());
    const b = await cast.enter(bob, carol);
    b.read();
    const before = await unread(cast, bob, alice);
    await cast.leaves(alice, bob, world.text(), world.text());
    await given('The messages were not counted as they should be', async () => {
      await expectUnread(cast, 0, { person: bob, other: carol, when: 'after read_messages' });
      await expectUnread(cast, before + 2, { person: bob, other: alice, when: 'after two more' });
    });
    await world.restart();
    await expectUnread(cast, 0, { person: bob, other: carol, when: 'after the restart' });
    await expectUnread(cast, before + 2, { person: bob, other: alice, when: 'after the restart' });
  },
});

check({
  says: 'In production mode an uploaded file is still served after the server was killed.',
  requires: ['rooms.durability.file-survives-restart'],
  catches: ['restart-loses-files'],
  profile: 'standard',
  restarts: true,
  async run({ uploaded, getFile, alice, world }) {
    const { location, bytes } = await uploaded(alice);
    await world.restart();
    const reply = await getFile(alice, location);
    expectTrue(reply.status === 200 && reply.bytes.equals(bytes), 'the file is gone after the restart', {
      expected: `200 and the ${bytes.length} bytes that were uploaded`,
      received: `${reply.problem ?? reply.status} and ${reply.bytes.length} bytes`,
      entry: reply.entry,
    });
  },
});
