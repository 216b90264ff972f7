import type { Scene } from '../../../testing/stage.ts';
import { altered, unsigned } from '../../../testing/texts.ts';
import { cast, READ } from './cast.ts';

export const entering: Scene = {
  shows: 'people are let in, or not',
  areas: ['auth', 'access', 'rooms'],
  async act(stage) {
    const { enter, bells, to, get, look, list, lookAll, person, socket } = cast(stage);
    const { token, expired_token, username } = person('alice');
    const tokens = [undefined, 'garbage', expired_token, altered(token), unsigned(token)];
    const bob = person('bob').username;
    const a = await enter('alice', 'bob');
    await bells('bob');
    await stage.say(a, to('bob', 'before'));
    for (const path of [bob, 'notifications', `notifications/${bob}`])
      for (const bad of tokens)
        await stage.open(`somebody at ${path}`, `/ws/${path}/${bad === undefined ? '' : `?token=${bad}`}`);
    await stage.open('by header', `/ws/${bob}/`, { headers: { authorization: `Bearer ${token}` } });
    for (const bad of tokens) {
      await look('alice', 'bob', bad ?? '');
      await list('alice', bad ?? '');
    }
    await stage.ask('GET', '/api/conversations', { headers: { authorization: token } });
    for (const name of ['nobody', username, bob.toUpperCase(), 'x'.repeat(300), '%00', ' ']) {
      const at = await socket('alice', `${name}/`, `alice at ${name}`);
      await stage.say(at, { ...to('bob', 'anybody?'), room: name });
      await socket('alice', `notifications/${name}/`, `alice's bell for ${name}`);
      await get(`rooms/${name}/messages`, token);
      await lookAll();
    }
    await stage.say(a, { ...to('carol', 'to carol, in the room of bob') });
    await enter('carol', 'bob');
    await look('carol', 'bob');
    await list('carol');
    await stage.say(a, to('bob', 'after'));
    await get('nowhere', token);
  },
};

export const bad: Scene = {
  shows: 'frames that make no sense',
  areas: ['robustness'],
  async act(stage) {
    const { enter, bells, to, list, lookAll, counts } = cast(stage);
    const a = await enter('alice', 'bob');
    const b = await enter('bob', 'alice');
    const c = await enter('carol', 'alice');
    const own = await bells('bob');
    await bells('alice');
    const poison: unknown[] = [
      'not json',
      Buffer.from([1, 2, 3]),
      '[]',
      'null',
      { type: 'dance' },
      { message: 'no type' },
      { type: 'chat_message' },
      to('alice', 7),
      to('alice', ''),
      to('alice', '\u0000'),
      to('bob', 'to himself'),
      to('alice', 'x', { multimedia_url: 7 }),
      to('alice', 'x', { multimedia_url: 'none.png', file_identifier: 'none.png' }),
      { ...to('alice', 'x'), room: 'nobody' },
      { ...READ, more: true },
      to('alice', 'x'.repeat(600_000)),
    ];
    for (const frame of poison) {
      await stage.say(b, frame);
      await stage.say(a, to('bob', 'after that'));
      await list('bob');
    }
    for (const bell of own) {
      await stage.say(bell, 'not json', { type: 'dance' }, READ, Buffer.from([1]));
      await stage.say(a, to('bob', 'does it ring?'));
    }
    await stage.say(b, to('alice', 'bob, too'));
    await stage.say(c, to('alice', 'and carol'));
    await enter('bob', 'alice', 'bob anew');
    await stage.say(a, to('bob', 'all well?'));
    await counts('bob');
    await lookAll();
  },
};
