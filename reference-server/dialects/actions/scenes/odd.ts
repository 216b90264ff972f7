import type { Scene } from '../../../testing/stage.ts';
import { altered, unsigned } from '../../../testing/texts.ts';
import { send } from '../testing.ts';
import { cast, edit, OUR_ROOMS, remove } from './cast.ts';

export const entering: Scene = {
  shows: 'people are let in, or not',
  areas: ['auth', 'rooms', 'access', 'connect'],
  rooms: [...OUR_ROOMS, ['p2', 'p3']],
  async act(stage) {
    const { enter, look, person, rooms, drop, ours, withCarol } = cast(stage);
    const { token, expired_token } = person('alice');
    const tokens = [undefined, 'garbage', expired_token, altered(token), unsigned(token)];
    const a = await enter('alice');
    await stage.say(a, send('before'));
    const elsewhere = await enter('alice', 'alice elsewhere', withCarol);
    await stage.say(elsewhere, send('to carol'));
    for (const bad of tokens)
      await stage.open('somebody', `/ws/chat/?room_id=${ours}`, {
        protocols: ['Bearer', ...(bad ? [bad] : [])],
      });
    await stage.open('nobody', `/ws/chat/?room_id=${ours}`);
    await stage.open('by header', `/ws/chat/?room_id=${ours}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    await stage.open('by query', `/ws/chat/?room_id=${ours}&token=${token}`);
    await stage.open('by slash', `/ws/chat/?room_id=${ours}/`, { protocols: ['Bearer', token] });
    for (const room of [999, `${ours}abc`, 'abc', '', -1, '1e99', '%00']) await enter('alice', 'lost', room);
    await stage.open('lost', '/ws/chat/', { protocols: ['Bearer', token] });
    const c = await enter('carol', 'carol intrudes');
    await stage.say(c, send('let me in'), edit(1, 'mine now'), remove(1));
    await enter('bob');
    await stage.say(a, send('after'));
    for (const bad of tokens) await rooms('alice', '', person('alice').id, bad ?? '');
    for (const of of [person('bob').id, 999, 'abc', '', '1abc']) await rooms('alice', '', of);
    await stage.ask('GET', '/en/api/v1/chat/recieve/', { token });
    for (const bad of tokens) await drop(ours, bad);
    await drop(ours, person('carol').token);
    for (const room of [999, 'abc', `${ours}abc`]) await drop(room, token);
    await stage.say(a, send('still there'));
    await drop(ours, token);
    await stage.say(a, send('too late'));
    await enter('alice', 'alice comes too late');
    await drop(ours, token);
    await rooms('alice');
    await rooms('bob');
    await look('alice', withCarol);
    await stage.ask('GET', '/en/api/v1/nowhere', { token });
  },
};

export const bad: Scene = {
  shows: 'frames that make no sense',
  areas: ['robustness', 'errors'],
  rooms: OUR_ROOMS,
  async act(stage) {
    const { enter, look, rooms, withCarol } = cast(stage);
    const a = await enter('alice');
    const b = await enter('bob');
    const c = await enter('carol', 'carol elsewhere', withCarol);
    const poison = [
      'not json',
      Buffer.from([1, 2, 3]),
      '[]',
      '7',
      'null',
      { action: 'dance' },
      { message: 'no action' },
      { action: 'send' },
      { action: 'send', message: 7 },
      send(''),
      send('\u0000'),
      { action: 'edit' },
      { action: 'delete', message_id: null },
      { action: 'send', message: 'x', file: 7 },
      { type: 'chat_message', message: 'x' },
    ];
    for (const frame of poison) {
      await stage.say(b, frame);
      await stage.say(a, send('after that'));
    }
    await stage.say(b, send('x'.repeat(600_000)));
    await stage.say(a, send('after a huge one'));
    await stage.say(b, send('bob, too'));
    await stage.say(c, send('and carol'));
    await enter('bob', 'bob anew');
    await stage.say(a, send('all well?'));
    await look('alice');
    await rooms('alice');
  },
};
