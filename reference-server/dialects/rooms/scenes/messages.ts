import type { Scene } from '../../../testing/stage.ts';
import { TEXTS } from '../../../testing/texts.ts';
import { cast, READ } from './cast.ts';

export const talking: Scene = {
  shows: 'alice, bob and carol talk',
  areas: ['delivery', 'text', 'presence'],
  async act(stage) {
    const { enter, to, look, list, lookAll, counts } = cast(stage);
    await lookAll();
    const a = await enter('alice', 'bob');
    await stage.say(a, to('bob', 'to nobody'));
    await lookAll();
    const b = await enter('bob', 'alice');
    const c = await enter('carol', 'alice');
    const elsewhere = await enter('alice', 'carol');
    await stage.say(b, to('alice', 'from bob'));
    await lookAll();
    await stage.say(a, to('bob', 'one'), to('bob', 'two'), to('bob', 'three'));
    await stage.say(c, to('alice', 'from carol'));
    await stage.say(elsewhere, to('carol', 'to carol'));
    await stage.say(a, to('bob', 'to bob'));
    const second = await enter('bob', 'alice', 'bob again');
    const alices = await enter('alice', 'bob', 'alice again');
    for (const text of TEXTS) await stage.say(a, to('bob', text));
    await lookAll();
    await stage.say(
      a,
      to('bob', 'as carol', {}, { from_user: { username: 'carol' }, date_added: '2001-01-01' }),
    );
    await stage.leave(alices);
    await stage.leave(second);
    await stage.say(a, to('bob', 'one socket less'));
    await stage.leave(b, 'terminate');
    await stage.say(a, to('bob', 'to nobody again'));
    await enter('bob', 'alice', 'bob is back');
    await stage.say(a, to('bob', 'welcome back'));
    await stage.leave(c);
    await enter('carol', 'bob');
    await look('carol', 'alice');
    await look('carol', 'bob');
    await list('carol');
    await lookAll();
    await counts('alice');
  },
};

export const ringing: Scene = {
  shows: 'bells ring and count',
  areas: ['notifications', 'unread'],
  async act(stage) {
    const { enter, bells, to, counts } = cast(stage);
    await bells('alice');
    await bells('bob');
    await bells('carol');
    const a = await enter('alice', 'bob');
    await stage.say(a, to('bob', 'one'));
    await stage.say(a, to('bob', 'two'));
    await counts('bob');
    const c = await enter('carol', 'bob');
    await stage.say(c, to('bob', 'from carol'), to('bob', 'again'));
    await stage.say(a, to('bob', 'to bob'));
    await counts('bob');
    await bells('bob', 'bob');
    await stage.say(a, to('bob', 'both ring'));
    const toCarol = await enter('alice', 'carol');
    await stage.say(toCarol, to('carol', 'to carol in turn'));
    await stage.say(a, to('bob', 'and to bob'));
    const b = await enter('bob', 'alice');
    await stage.say(a, to('bob', 'while he is there'));
    await stage.say(b, to('alice', 'back to alice'));
    await counts('alice');
    await stage.say(b, READ);
    await counts('bob');
    await counts('alice');
    await stage.say(b, READ);
    await counts('bob');
    await stage.say(a, to('bob', 'unread again'));
    await counts('bob');
    const withCarol = await enter('bob', 'carol');
    await stage.say(withCarol, READ);
    await counts('bob');
    await stage.say(a, READ);
    await counts('alice');
    for (const number of Array.from({ length: 12 }, (_, at) => at))
      await stage.say(a, to('bob', `many ${number}`));
    await counts('bob');
    await stage.say(b, READ);
    await counts('bob');
    await stage.say(a, to('bob', 'the last'));
    await stage.say(b, READ);
    await counts('bob');
    await counts('carol');
  },
};

export const coming: Scene = {
  shows: 'people come and go',
  areas: ['presence'],
  async act(stage) {
    const { enter, bells } = cast(stage);
    await bells('carol');
    const a = await enter('alice', 'bob');
    const b = await enter('bob', 'alice');
    const again = await enter('bob', 'alice', 'bob again');
    await enter('alice', 'bob', 'alice again');
    const c = await enter('carol', 'alice');
    await enter('carol', 'bob');
    const other = await enter('alice', 'carol');
    await stage.leave(again);
    await stage.leave(b);
    const back = await enter('bob', 'alice', 'bob is back');
    await stage.leave(back, 'terminate');
    await enter('bob', 'alice', 'bob once more');
    await stage.leave(c, 'terminate');
    await stage.leave(other);
    await enter('alice', 'carol', 'alice with carol again');
    await stage.leave(a);
    await enter('carol', 'alice', 'carol is back');
  },
};

export const many: Scene = {
  shows: 'many messages',
  areas: ['history', 'conversations'],
  async act(stage) {
    const { enter, to, look, list, lookAll, counts } = cast(stage);
    const a = await enter('alice', 'bob');
    const b = await enter('bob', 'alice');
    const c = await enter('carol', 'bob');
    await stage.say(b, to('alice', 'first of all'));
    await stage.say(a, ...Array.from({ length: 55 }, (_, number) => to('bob', `more ${number}`)));
    await look('bob', 'alice');
    await stage.say(a, ...Array.from({ length: 55 }, (_, number) => to('bob', `even more ${number}`)));
    await look('alice', 'bob');
    await look('bob', 'alice');
    await stage.say(c, to('bob', 'hello'));
    await list('bob');
    await stage.say(b, to('alice', 'the last'));
    await lookAll();
    await counts('bob');
  },
};

export const restarting: Scene = {
  shows: 'the server starts again',
  areas: ['durability'],
  options: { mediaExpiresAfter: 86_400 },
  async act(stage) {
    const { enter, to, attach } = cast(stage);
    const a = await enter('alice', 'bob');
    await stage.say(a, to('bob', 'read'));
    await stage.say(await enter('bob', 'alice'), READ);
    await stage.say(a, to('bob', 'unread'), to('bob', 'a file', await attach()));
  },
  async restarted(stage) {
    const { look, fetchFrom, counts } = cast(stage);
    await fetchFrom(await look('bob', 'alice'));
    await counts('bob');
  },
};
