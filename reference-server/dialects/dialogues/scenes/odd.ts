import type { Scene } from '../../../testing/stage.ts';
import { at, cast, GROUPS } from './cast.ts';

export const entering: Scene = {
  shows: 'people are let in, or not',
  areas: ['sockets', 'pages', 'rooms'],
  people: 4,
  groups: GROUPS,
  async act(stage) {
    const { inbox, line, group, frame, fetchAll, phone, ours } = cast(stage);
    for (const who of ['alice', 'bob', 'carol'] as const) await inbox(who);
    const g = await group('alice');
    await stage.say(g, frame('new_grp_msg', 'alice', ours, 'before', at(1)));
    const intruder = await group('dave', ours, 'dave intrudes');
    await stage.say(intruder, frame('new_grp_msg', 'dave', ours, 'let me in', at(2)));
    const lost = [
      'special/0/',
      'special/nobody/',
      `personal/${phone('alice')}/0/`,
      `personal/0/${phone('alice')}/`,
    ];
    for (const path of [...lost, `group/${phone('alice')}/nowhere/`, `group/0/${ours}/`, 'nowhere/'])
      await stage.open(`lost at ${path}`, `/ws/chat/${path}`);
    const a = await line('alice', 'bob');
    await stage.say(a, frame('new_msg', 'carol', 'bob', 'as carol', at(3)));
    await stage.say(a, frame('new_msg', 'alice', 'carol', 'to carol', at(4)));
    await stage.say(await line('alice', 'alice'), frame('new_msg', 'alice', 'alice', 'to herself', at(5)));
    await stage.say(a, frame('new_msg', 'alice', 'bob', 'after', at(6)));
    await fetchAll();
    const pages = [
      '',
      `/personal/${phone('alice')}/${phone('bob')}/`,
      `/group/${phone('alice')}/${ours}`,
      '/room/any',
    ];
    for (const page of pages) await stage.ask('GET', `/chat${page}`);
    for (const name of ['a%00b', 'a%22b', '%3Cb%3E', 'x'.repeat(300), '%E4'])
      for (const page of [`/personal/${name}/${name}/`, `/group/${name}/${name}`, `/room/${name}`])
        await stage.ask('GET', `/chat${page}`);
    const headers = { 'content-type': 'application/json' };
    const bodies = [
      { msg_from: phone('alice'), msg_to: phone('carol') },
      { msg_from: phone('alice'), participants: [phone('bob'), phone('dave')] },
      {},
      [],
      7,
    ];
    for (const path of ['/chat/special', '/chat/info'])
      for (const part of ['', '/personal', '/group', '/room']) {
        await stage.ask('GET', path + part);
        await stage.ask('GET', `${path}${part}?msg_from=${phone('alice')}`);
        for (const body of bodies)
          await stage.ask('POST', path + part, { headers, body: JSON.stringify(body) });
        await stage.ask('POST', path + part, { headers, body: '{' });
      }
    await stage.ask('GET', '/chat/nowhere/');
  },
};

export const bad: Scene = {
  shows: 'frames that make no sense',
  areas: ['robustness', 'errors'],
  people: 4,
  groups: GROUPS,
  async act(stage) {
    const { inbox, line, group, frame, fetchAll, ours } = cast(stage);
    const a = await line('alice', 'bob');
    const b = await line('bob', 'alice');
    const bobs = await inbox('bob');
    await inbox('alice');
    const g = await group('bob');
    const good = frame('new_msg', 'bob', 'alice', 'x', at(1));
    const poison: unknown[] = [
      'not json',
      Buffer.from([1, 2, 3]),
      '[]',
      'null',
      { ...good, command: 'dance' },
      { ...good, command: 7 },
      { ...good, command: undefined },
      { ...good, message: 7 },
      { ...good, message: undefined },
      { ...good, message: '' },
      { ...good, message: '\u0000' },
      { ...good, sent_timestamp: 'never' },
      { ...good, sent_timestamp: '' },
      { ...good, sent_timestamp: undefined },
      { ...good, msg_to: 'nobody' },
      { ...good, msg_from: 'nobody' },
      { ...good, command: 'new_grp_msg' },
      { ...good, message: 'x'.repeat(600_000) },
    ];
    for (const [number, one] of poison.entries()) {
      await stage.say(b, one);
      await stage.say(a, frame('new_msg', 'alice', 'bob', 'after that', at(10 + number)));
      await stage.say(g, one, frame('new_grp_msg', 'bob', ours, 'and that', at(10 + number)));
      await stage.say(bobs, one);
    }
    await fetchAll();
    await inbox('bob', 'bob anew');
    await stage.say(a, frame('new_msg', 'alice', 'bob', 'all well?', at(90)));
    await stage.say(b, frame('new_msg', 'bob', 'alice', 'bob, too', at(91)));
    await stage.say(await line('bob', 'bob'), frame('new_msg', 'bob', 'bob', 'to himself', at(92)));
    await stage.say(a, frame('new_msg', 'alice', 'bob', 'and now?', at(93)));
    await fetchAll();
  },
};
