import type { Scene } from '../../../testing/stage.ts';
import { fileOf, send } from '../testing.ts';
import { cast, edit, OUR_ROOMS, remove } from './cast.ts';

export const files: Scene = {
  shows: 'files are sent',
  areas: ['file'],
  rooms: OUR_ROOMS,
  async act(stage) {
    const { enter, look, everyFile, person, rooms } = cast(stage);
    const a = await enter('alice');
    const b = await enter('bob');
    const bytes = Buffer.from([0, 255, 128, 10, 65]);
    await stage.say(a, send('a picture', fileOf('holiday.png', bytes)));
    await stage.say(a, send('the same name', fileOf('holiday.png', Buffer.from('others'))));
    await stage.say(a, send('', fileOf('no-text.png', bytes)));
    await stage.say(a, send('odd', fileOf('notes.pdf', Buffer.from('{}'), 'application/pdf')));
    await stage.say(
      a,
      send('long', fileOf('long.bin', Buffer.alloc(80_000, 'ab'), 'application/octet-stream')),
    );
    await stage.say(a, send('worse', fileOf('../ä "b".png', bytes)));
    await stage.say(a, send('no file', null), send('none'));
    await stage.say(a, send('cut', { ...fileOf('cut.png', bytes), size: 3 }), send('bad', { name: 'x' }));
    await everyFile(b);
    await everyFile(b, person('bob').token);
    await look('bob');
    await stage.say(a, edit(1, 'another caption'), edit(5, 'edited'));
    await look('alice');
    await rooms('bob');
    await stage.say(a, remove(1));
    await look('alice');
    await everyFile(b);
    await stage.leave(b);
    await stage.say(a, send('for later', fileOf('later.png', bytes)));
    await look('bob');
  },
};

export const uploading: Scene = {
  shows: 'files that are uploaded by themselves',
  areas: ['file'],
  options: { mediaExpiresAfter: 3600 },
  rooms: OUR_ROOMS,
  async act(stage) {
    const { enter, look, everyFile } = cast(stage);
    const a = await enter('alice');
    const b = await enter('bob');
    const bytes = Buffer.from([0, 255, 128, 10, 65]);
    await stage.say(a, send('here', fileOf('holiday.png', bytes)));
    const [url = 'http://127.0.0.1:1'] = stage
      .heardBy(a)
      .flatMap((frame) => frame.match(/https?:[^"]+/g) ?? []);
    const put = (to: string, body: Buffer) =>
      stage.ask('PUT', to, { body, headers: { 'content-type': 'image/png' } });
    await put(url, Buffer.from('short'));
    await put(url.replace(/signature=..../, 'signature=0000'), bytes);
    await put(url, bytes);
    await put(url, bytes);
    await everyFile(b);
    await stage.say(a, edit(1, 'edited'));
    await look('bob');
    stage.server.chat.clock.forward(7_200_000);
    await everyFile(b);
    await look('bob');
    await stage.say(a, send('too late', fileOf('late.png', bytes)));
  },
};
