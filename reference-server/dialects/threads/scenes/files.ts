import type { Scene } from '../../../testing/stage.ts';
import { TEXTS } from '../../../testing/texts.ts';
import { cast, type File, PICTURE } from './cast.ts';

const FILES: File[] = [
  PICTURE,
  { name: 'holiday.png', bytes: Buffer.from('the same name') },
  { name: 'notes #1 ä & b.txt', bytes: Buffer.from('text'), type: 'text/plain' },
  { name: `${'n'.repeat(110)}.pdf`, bytes: Buffer.alloc(80_000, 'ab'), type: 'application/pdf' },
  { name: 'no-ending', bytes: Buffer.alloc(1_500_000), type: 'application/octet-stream' },
];

export const uploading: Scene = {
  shows: 'files are uploaded and announced',
  areas: ['upload', 'files', 'announce'],
  async act(stage) {
    const { enter, uploadTo, announce, fetchFrom, look, lookAll, person, to } = cast(stage);
    const first = await uploadTo('alice', 'bob', 'before anything else');
    await lookAll();
    const a = await enter('alice');
    const b = await enter('bob');
    const c = await enter('carol');
    await stage.say(a, announce('1'));
    for (const file of FILES) await fetchFrom(await uploadTo('alice', 'bob', 'caption', file));
    for (const token of [person('alice').token, person('bob').token, person('carol').token])
      await fetchFrom(first, token);
    await stage.say(a, announce('2', 'other words'), announce('4'), announce(' 5'), announce(6));
    await stage.say(a, to('bob', 'after the files'));
    await enter('bob', 'bob again');
    await stage.say(a, announce('3'), announce('3'));
    await stage.say(b, announce('3', 'not his'));
    await stage.say(c, announce('3', 'not hers'));
    await stage.say(a, announce('7', 'has no file'), announce('999'), announce('abc'), announce(''));
    await lookAll();
    await uploadTo('bob', 'alice', 'from bob');
    await uploadTo('bob', 'carol', 'to carol');
    await stage.say(b, announce('8'), announce('9'));
    const carols = String(person('carol').id);
    await stage.say(
      a,
      announce('3', 'as carol', { sender_id: carols }),
      announce('3', 'to her', { receiver_id: carols }),
    );
    await look('carol', 'bob');
    await look('carol', 'alice');
    await stage.ask('GET', '/mediafiles/attachments/2025/00/01/nothing.png');
    await lookAll();
  },
};

export const captions: Scene = {
  shows: 'files with texts of all kinds',
  areas: [],
  async act(stage) {
    const { enter, uploadTo, announce, look } = cast(stage);
    const a = await enter('alice');
    await enter('bob');
    for (const [at, text] of TEXTS.entries()) {
      await uploadTo('alice', 'bob', text);
      await stage.say(a, announce(String(at + 1), text));
    }
    await look('bob', 'alice');
  },
};

export const badUploads: Scene = {
  shows: 'uploads that make no sense',
  areas: ['robustness'],
  async act(stage) {
    const { upload, person, lookAll, threads, enter, to } = cast(stage);
    const receiver = String(person('bob').id);
    const a = await enter('alice');
    await stage.say(a, to('bob', 'before'));
    const bad: Record<string, string>[] = [
      { receiver },
      { message: 'nobody' },
      { receiver: 'nobody', message: 'x' },
      { receiver: '00000000-0000-4000-8000-000000000000', message: 'x' },
    ];
    for (const fields of bad) {
      await upload('alice', fields, PICTURE);
      await lookAll();
    }
    await upload('alice', { receiver, message: 'no file' });
    await upload('alice', { receiver, message: 'a file of text', attached_file: 'plain text' });
    await upload('alice', { receiver, message: '' }, PICTURE);
    await upload('alice', { receiver, message: 'as carol', sender: String(person('carol').id) }, PICTURE);
    await upload('alice', { receiver, message: 'empty' }, { name: 'empty.png', bytes: Buffer.alloc(0) });
    await upload('alice', { receiver: String(person('alice').id), message: 'to herself' }, PICTURE);
    const { token } = person('alice');
    const headers = { 'content-type': 'application/json' };
    await stage.ask('POST', '/chat/chat-attachment/', { token, headers, body: '{"receiver":7}' });
    await stage.ask('POST', '/chat/chat-attachment/', { token, headers, body: '{' });
    await lookAll();
    await threads('carol');
  },
};
