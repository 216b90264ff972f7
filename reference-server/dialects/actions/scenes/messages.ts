import type { Scene } from '../../../testing/stage.ts';
import { TEXTS } from '../../../testing/texts.ts';
import { fileOf, send } from '../testing.ts';
import { cast, edit, OUR_ROOMS, remove } from './cast.ts';

export const talking: Scene = {
  shows: 'alice and bob talk',
  areas: [],
  rooms: OUR_ROOMS,
  async act(stage) {
    const { enter, look, rooms, withCarol } = cast(stage);
    const a = await enter('alice');
    await rooms('alice');
    await stage.say(a, send('to nobody'));
    const c = await enter('carol', 'carol elsewhere', withCarol);
    const elsewhere = await enter('alice', 'alice elsewhere', withCarol);
    const b = await enter('bob');
    await stage.say(b, send('from bob', null), {
      ...send('as alice'),
      sender_id: 1,
      room: withCarol,
      room_id: withCarol,
    });
    await stage.say(a, send('one'), send('two'), send('three'));
    await look('bob');
    await stage.say(elsewhere, send('to carol'));
    await rooms('alice');
    await rooms('bob');
    const second = await enter('bob', 'bob again');
    const alices = await enter('alice', 'alice again');
    for (const text of TEXTS) await stage.say(a, send(text));
    await rooms('alice');
    await stage.leave(second);
    await stage.say(a, send('one socket less'));
    await stage.leave(b, 'terminate');
    await stage.say(a, send('to nobody again'));
    await enter('bob', 'bob is back');
    await stage.say(a, ...Array.from({ length: 9 }, (_, number) => send(`burst ${number}`)));
    await stage.leave(alices);
    await stage.say(c, send('to alice'));
    await look('alice');
    await rooms('bob');
  },
};

export const changing: Scene = {
  shows: 'messages are edited and deleted',
  areas: ['edit', 'delete'],
  rooms: OUR_ROOMS,
  async act(stage) {
    const { enter, look, rooms, withCarol } = cast(stage);
    const a = await enter('alice');
    const b = await enter('bob');
    await enter('alice', 'alice again');
    await enter('bob', 'bob again');
    const elsewhere = await enter('alice', 'alice elsewhere', withCarol);
    const c = await enter('carol', 'carol elsewhere', withCarol);
    for (const text of ['first', 'second', 'third', 'fourth']) await stage.say(a, send(text));
    await stage.say(b, send('fifth, of bob'));
    await stage.say(elsewhere, send('sixth, to carol'));
    await stage.say(a, edit(2, 'other'));
    await look('bob');
    await stage.say(a, edit(2, 'again other'), edit('3', 'id as a text'));
    await look('bob');
    for (const text of TEXTS) {
      await stage.say(a, edit(1, text));
      await look('alice');
    }
    await stage.say(b, edit(1, 'not his'), remove(1), { ...edit(1, 'as alice'), sender_id: 1 });
    await stage.say(c, edit(1, 'not hers'), remove(1));
    await stage.say(elsewhere, edit(1, 'not here'), remove(1));
    await look('bob');
    await stage.say(
      a,
      edit(999, 'no such'),
      remove(999),
      edit('x', 'none'),
      remove('x'),
      edit(1, 7),
      edit(1, null),
    );
    await look('bob');
    await stage.say(a, remove('3'));
    await look('bob');
    await stage.say(a, remove(2));
    await stage.say(a, remove(2), edit(2, 'too late'));
    await look('bob');
    await rooms('alice');
    await stage.say(b, edit(5, 'the last one, edited'));
    await rooms('alice');
    await stage.say(b, remove(5));
    await rooms('bob');
    await stage.say(a, send('after all'));
    await look('alice', withCarol);
  },
};

export const many: Scene = {
  shows: 'many messages and rooms',
  areas: ['list', 'history'],
  people: 7,
  rooms: [...OUR_ROOMS, ['p1', 'p4'], ['p1', 'p5'], ['p1', 'p6'], ['p1', 'p7'], ['p2', 'p3']],
  async act(stage) {
    const { enter, look, rooms, withCarol } = cast(stage);
    const a = await enter('alice');
    const elsewhere = await enter('alice', 'alice elsewhere', withCarol);
    for (const number of Array.from({ length: 60 }, (_, at) => at)) {
      await stage.say(a, send(`many ${number}`));
      if (number === 4) await rooms('alice');
      if ([20, 47, 49].includes(number)) await look('bob');
    }
    await stage.say(elsewhere, send('one'));
    await look('bob');
    await look('alice');
    for (const page of ['', '&page=1', '&page=2', '&page=3', '&page=0', '&page=x'])
      await rooms('alice', page);
    await rooms('carol');
  },
};

export const restarting: Scene = {
  shows: 'the server starts again',
  areas: ['durability'],
  rooms: OUR_ROOMS,
  async act(stage) {
    const { enter } = cast(stage);
    const a = await enter('alice');
    await stage.say(a, send('kept'), send('edited'), send('deleted'));
    await stage.say(a, edit(2, 'otherwise'), remove(3));
    await stage.say(a, send('a file', fileOf('holiday.png', Buffer.from('bytes'))));
  },
  async restarted(stage) {
    const { enter, everyFile } = cast(stage);
    await everyFile(await enter('bob'));
  },
};
