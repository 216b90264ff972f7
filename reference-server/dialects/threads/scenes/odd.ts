import type { Scene } from '../../../testing/stage.ts';
import { altered, unsigned } from '../../../testing/texts.ts';
import { cast, PICTURE } from './cast.ts';

export const entering: Scene = {
  shows: 'people are let in, or not',
  areas: ['auth', 'access'],
  async act(stage) {
    const { enter, to, look, lookAll, threads, upload, person } = cast(stage);
    const { token, expired_token } = person('alice');
    const tokens = [undefined, 'garbage', expired_token, altered(token), unsigned(token)];
    const receiver = String(person('bob').id);
    const a = await enter('alice');
    await enter('bob');
    await stage.say(a, to('bob', 'before'));
    for (const bad of tokens) {
      const socket = await stage.open(
        'somebody',
        `/ws/chat/room/${bad === undefined ? '' : `?token=${bad}`}`,
      );
      await stage.say(socket, to('bob', 'from outside'));
    }
    await stage.open('by header', '/ws/chat/room/', { headers: { authorization: `Bearer ${token}` } });
    await stage.open('elsewhere', `/ws/chat/nowhere/?token=${token}`);
    for (const bad of tokens) {
      await look('alice', 'bob', bad ?? '');
      await threads('alice', bad ?? '');
      await upload('alice', { receiver, message: 'from outside' }, PICTURE, bad ?? '');
    }
    await stage.ask('GET', '/chat/get-user-threads/', { headers: { authorization: token } });
    await lookAll();
    await look('carol', 'bob');
    await threads('carol');
    const ids = [
      '',
      'nobody',
      '7',
      '00000000-0000-4000-8000-000000000000',
      receiver.toUpperCase(),
      'x'.repeat(300),
    ];
    for (const id of ids) await stage.ask('GET', `/chat/messages/${id}/`, { token });
    await stage.ask('GET', `/chat/messages/${person('alice').id}/`, { token });
    await stage.say(a, to('bob', 'after'));
    await stage.ask('GET', '/chat/nowhere/', { token });
  },
};

export const bad: Scene = {
  shows: 'frames that make no sense',
  areas: ['robustness'],
  async act(stage) {
    const { enter, to, lookAll, announce, threads } = cast(stage);
    const a = await enter('alice');
    const b = await enter('bob');
    await enter('carol');
    await stage.say(a, to('bob', 'before'));
    const poison: unknown[] = [
      'not json',
      Buffer.from([1, 2, 3]),
      '[]',
      'null',
      { action: 'dance' },
      { message_body: 'no action' },
      { action: 'chat_message' },
      to('bob', undefined),
      to('alice', 7),
      to('alice', ''),
      to('alice', '\u0000'),
      to('bob', 'to himself'),
      { ...to('alice', 'x'), receiver_id: 'nobody' },
      { ...to('alice', 'x'), receiver_id: 7 },
      { ...to('alice', 'x'), receiver_id: '00000000-0000-4000-8000-000000000000' },
      { ...to('alice', 'no receiver'), receiver_id: undefined },
      announce('abc'),
      announce(null),
      announce('999'),
      to('alice', 'x'.repeat(600_000)),
    ];
    for (const frame of poison) {
      await stage.say(b, frame);
      await stage.say(a, to('bob', 'after that'));
      await threads('bob');
    }
    await stage.say(b, to('alice', 'bob, too'));
    await stage.say(a, to('carol', 'and carol'));
    await threads('carol');
    await enter('bob', 'bob anew');
    await stage.say(a, to('bob', 'all well?'));
    await lookAll();
  },
};

export const atOnce: Scene = {
  shows: 'two people write at the same time',
  areas: [],
  async act(stage) {
    const { enter, to } = cast(stage);
    await enter('alice');
    const b = await enter('bob');
    const c = await enter('carol');
    await Promise.all([stage.say(b, to('alice', 'from bob')), stage.say(c, to('alice', 'from carol'))]);
    await stage.say(b, to('alice', 'afterwards'));
  },
};
