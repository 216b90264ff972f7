import { hurtsNobodyElse } from '../common/poison.ts';
import { expectNoCrash } from '../kit/expect.ts';
import { given } from '../kit/failure.ts';
import { show } from '../kit/match.ts';
import { check } from './driver.ts';
import { dataUrl, picture } from './files.ts';
import { verbs } from './verbs.ts';

check({
  says: 'A file that is none hurts nobody else.',
  requires: ['actions.robustness.bad-file'],
  catches: ['bad-file-poisons-room'],
  fresh: true,
  async run(cast) {
    const { world } = cast;
    const good = picture(world.text(), 100);
    const file = { name: good.name, size: good.bytes.length, type: good.type, data: dataUrl(good) };
    const { data, ...withoutData } = file;
    await hurtsNobodyElse(verbs(cast), 'A file that is none', (bob) => {
      for (const bad of [
        'text',
        7,
        [],
        {},
        { name: file.name },
        withoutData,
        { ...file, data: null },
        { ...file, data: 'no data URL' },
        { ...file, data: 'data:;base64,!!!!' },
        { ...file, data: 'data:image/gif;base64,' },
        { ...file, name: '' },
        { ...file, name: '../../../outside.gif' },
        { ...file, name: '/outside.gif' },
        { ...file, name: `${'long'.repeat(100)}.gif` },
        { ...file, size: -1 },
        { ...file, size: 'big' },
        { ...file, type: 'no/such/type' },
        { data },
      ])
        if (bob.out.isOpen) bob.out.send({ action: 'send', message: world.text(), file: bad });
    });
  },
});

check({
  says: 'Deleting a room in a wrong way is not answered with a crash.',
  requires: ['actions.robustness.bad-delete-request'],
  catches: ['crashes-on-bad-room-deletion'],
  async run({ alice, together, message, tryToDeleteRoom, world }) {
    const { a, b } = await together();
    for (const room of ['abc', '-1', 2_000_000_011, '9'.repeat(40), "'--", '%00']) {
      const reply = await tryToDeleteRoom(alice, room);
      expectNoCrash(reply);
      world.observe('Deleting a room that does not exist', `${show(room)}: ${reply.status}`);
    }
    await given('The room of alice and bob is gone', () => message(a, a, b));
  },
});

check({
  says: 'Asking for rooms in a wrong way is not answered with a crash.',
  requires: ['actions.robustness.bad-list-request'],
  catches: ['crashes-on-bad-list-request'],
  async run({ alice, rooms, askOddly, world }) {
    await rooms(alice);
    for (const query of [
      {},
      { first_user: '' },
      { first_user: 'abc' },
      { first_user: -1 },
      { first_user: 1.5 },
      { first_user: 2_000_000_011 },
      { first_user: '9'.repeat(40) },
      { first_user: `${alice.id}'--` },
    ]) {
      const reply = await askOddly(alice, query);
      expectNoCrash(reply);
      world.observe('Asking for rooms in a wrong way', `${show(query)}: ${reply.status}`);
    }
  },
});
