import type { Scene } from '../../../testing/stage.ts';
import { cast, type File, PICTURE } from './cast.ts';

const FILES: File[] = [
  PICTURE,
  { name: 'holiday.png', bytes: Buffer.from('the same name') },
  { name: 'notes #1 ä & b.txt', bytes: Buffer.from('text'), type: 'text/plain' },
  { name: `${'n'.repeat(110)}.pdf`, bytes: Buffer.alloc(80_000, 'ab'), type: 'application/pdf' },
];

export const development: Scene = {
  shows: 'files in development mode',
  areas: ['media'],
  async act(stage) {
    const { enter, bells, person, to, attach, upload, urlOf, refresh, lookAll } = cast(stage);
    const a = await enter('alice', 'bob');
    const b = await enter('bob', 'alice');
    await bells('bob');
    for (const file of FILES) await stage.say(a, to('bob', 'caption', await attach(file)));
    await lookAll();
    const early = await attach(PICTURE);
    await attach(PICTURE);
    await stage.say(a, to('bob', 'the file before', early), to('bob', 'no file'), to('bob', '', early));
    await stage.say(b, to('alice', 'none either'));
    await lookAll();
    for (const message of [1, 2, 6, 999, 'abc', '']) {
      await urlOf(message);
      await refresh(message);
    }
    for (const who of ['alice', 'bob'] as const) await urlOf(1, person(who).token);
    await stage.ask('GET', '/api/rooms/check-url/');
    await stage.ask('GET', '/api/rooms/refresh-url/');
    await upload();
    await upload(PICTURE, 'otherFile');
    const form = new FormData();
    form.append('myFile', 'plain text');
    await stage.ask('POST', '/api/rooms/upload', { body: form });
    const headers = { 'content-type': 'application/json' };
    await stage.ask('POST', '/api/rooms/upload', { headers, body: '{"myFile":7}' });
    await stage.ask('POST', '/api/rooms/upload', { headers, body: '{' });
    await lookAll();
  },
};

export const production: Scene = {
  shows: 'files in production mode',
  areas: ['media'],
  options: { mediaExpiresAfter: 3600 },
  async act(stage) {
    const { enter, person, to, attach, upload, urlOf, refresh, look, list, fetchFrom } = cast(stage);
    const a = await enter('alice', 'bob');
    await enter('bob', 'alice');
    for (const file of FILES) {
      await fetchFrom(await upload(file));
      await stage.say(a, to('bob', 'caption', await attach(file)));
    }
    await stage.say(a, to('bob', 'no file'));
    await fetchFrom(await look('bob', 'alice'));
    await urlOf(1, person('bob').token);
    for (const message of [1, 2, 5, 999]) {
      await urlOf(message);
      await fetchFrom(await refresh(message));
      await urlOf(message);
    }
    stage.server.chat.clock.forward(7_200_000);
    await fetchFrom(await look('bob', 'alice'));
    for (const message of [1, 3]) {
      await urlOf(message);
      await fetchFrom(await refresh(message));
      await urlOf(message);
    }
    await refresh('');
    await stage.ask('GET', '/api/rooms/refresh-url/');
    await fetchFrom(await look('bob', 'alice'));
    await list('bob');
  },
};
