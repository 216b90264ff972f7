import { check } from './driver.ts';
import { bells, rang, silentDuring } from './rings.ts';

check({
  says: 'The sender of a message is not told of it as a new message.',
  requires: ['rooms.notifications.not-to-the-sender'],
  catches: ['notifies-the-sender'],
  async run(cast) {
    const { leaves, bell, alice, bob, world } = cast;
    const [ofAll] = await bells(cast);
    const watched = [
      { bell: await bell(alice), owner: alice, times: 1 },
      { bell: await bell(alice, bob), owner: alice, times: 1 },
    ];
    await silentDuring(cast, watched, {
      rightly: () => leaves(bob, alice, world.text()),
      async act() {
        const since = ofAll.mark;
        await leaves(alice, bob, world.text());
        await rang(ofAll, since, 1);
      },
      what: 'their own message',
    });
  },
});

check({
  says: 'No third person is told of a new message.',
  requires: ['rooms.notifications.not-to-strangers'],
  catches: ['notifies-everybody', 'notifies-last-partner'],
  async run(cast) {
    const { leaves, bell, alice, bob, carol, world } = cast;
    const [ofAll] = await bells(cast);
    const watched = [
      { bell: await bell(carol), owner: carol, times: 2 },
      { bell: await bell(carol, alice), owner: carol, times: 1 },
      { bell: await bell(carol, bob), owner: carol, times: 1 },
    ];
    await silentDuring(cast, watched, {
      async rightly() {
        await leaves(bob, carol, world.text());
        await leaves(alice, carol, world.text());
      },
      async act() {
        const since = ofAll.mark;
        await leaves(alice, bob, world.text());
        await rang(ofAll, since, 1);
      },
      what: "alice's message to bob",
      strangersToo: true,
    });
  },
});

check({
  says: 'The socket of one conversation hears nothing of a new message in another.',
  requires: ['rooms.notifications.not-for-another-conversation'],
  catches: ['notifies-all-conversations'],
  async run(cast) {
    const { leaves, bell, alice, bob, carol, world } = cast;
    const [, ofOne] = await bells(cast);
    const ofCarol = await bell(bob, carol);
    await silentDuring(cast, [{ bell: ofOne, owner: bob, times: 1 }], {
      rightly: () => leaves(alice, bob, world.text()),
      async act() {
        const since = ofCarol.mark;
        await leaves(carol, bob, world.text());
        await rang(ofCarol, since, 1);
      },
      what: "carol's message",
    });
  },
});
