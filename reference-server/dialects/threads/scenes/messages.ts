import type { Scene } from '../../../testing/stage.ts';
import { TEXTS } from '../../../testing/texts.ts';
import { cast } from './cast.ts';

export const talking: Scene = {
  shows: 'alice, bob and carol talk',
  areas: ['delivery', 'text'],
  async act(stage) {
    const { enter, to, look, lookAll, person, threads } = cast(stage);
    await lookAll();
    const a = await enter('alice');
    await stage.say(a, to('bob', 'to nobody'));
    await lookAll();
    const b = await enter('bob');
    const c = await enter('carol');
    await stage.say(b, to('alice', 'from bob'));
    await lookAll();
    await stage.say(a, to('bob', 'one'), to('bob', 'two'), to('bob', 'three'));
    await stage.say(c, to('alice', 'from carol'));
    await stage.say(a, to('carol', 'to carol'), to('bob', 'to bob'), to('carol', 'to carol again'));
    const second = await enter('bob', 'bob again');
    await enter('alice', 'alice again');
    for (const text of TEXTS) await stage.say(a, to('bob', text));
    await lookAll();
    await stage.say(
      a,
      to('bob', 'as carol', {
        sender_id: person('carol').id,
        from: 'carol',
        timestamp: '2001-01-01',
        seen: true,
      }),
    );
    await stage.leave(b);
    await stage.say(a, to('bob', 'one socket less'));
    await stage.leave(second);
    await stage.say(a, to('bob', 'to nobody again'));
    await enter('bob', 'bob is back');
    await stage.say(a, to('bob', 'welcome back'));
    await look('carol', 'alice');
    await look('carol', 'bob');
    await threads('carol');
    await look('bob', 'alice');
  },
};

export const many: Scene = {
  shows: 'many messages',
  areas: ['history', 'threads'],
  async act(stage) {
    const { enter, to, look, threads } = cast(stage);
    const a = await enter('alice');
    const b = await enter('bob');
    await stage.say(b, to('alice', 'first of all'));
    for (const number of Array.from({ length: 12 }, (_, at) => at))
      await stage.say(a, to('bob', `one ${number}`));
    await stage.say(a, ...Array.from({ length: 45 }, (_, number) => to('bob', `more ${number}`)));
    await look('bob', 'alice');
    await stage.say(a, ...Array.from({ length: 55 }, (_, number) => to('bob', `even more ${number}`)));
    await look('alice', 'bob');
    await look('bob', 'alice');
    await stage.say(a, to('carol', 'hello'));
    await threads('alice');
    await look('alice', 'carol');
  },
};

export const losing: Scene = {
  shows: 'connections are lost and made anew',
  areas: ['delivery'],
  async act(stage) {
    const { enter, to, lookAll } = cast(stage);
    const a = await enter('alice');
    const b = await enter('bob');
    await stage.say(a, to('bob', 'before'));
    await stage.leave(b, 'terminate');
    await stage.say(a, to('bob', 'while away'));
    await lookAll();
    const again = await enter('bob', 'bob anew');
    await stage.say(a, to('bob', 'anew'));
    await stage.say(again, to('alice', 'I am back'));
    await lookAll();
  },
};

export const restarting: Scene = {
  shows: 'the server starts again',
  areas: ['durability'],
  async act(stage) {
    const { enter, to, uploadTo } = cast(stage);
    const a = await enter('alice');
    await stage.say(a, to('bob', 'kept'), to('bob', 'this, too'));
    await uploadTo('alice', 'bob', 'a file');
  },
  async restarted(stage) {
    const { look, fetchFrom } = cast(stage);
    await fetchFrom(await look('bob', 'alice'));
  },
};
