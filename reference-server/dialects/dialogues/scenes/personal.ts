import type { Scene } from '../../../testing/stage.ts';
import { TEXTS } from '../../../testing/texts.ts';
import { at, cast, GROUPS } from './cast.ts';

export const talking: Scene = {
  shows: 'alice and bob talk',
  areas: ['delivery', 'sent', 'text', 'typing'],
  people: 4,
  groups: GROUPS,
  async act(stage) {
    const { inbox, line, frame, fetchAll } = cast(stage);
    const say = (from: 'alice' | 'bob' | 'carol', to: 'alice' | 'bob', text: string, time: string) =>
      frame('new_msg', from, to, text, time);
    const a = await line('alice', 'bob');
    await stage.say(a, say('alice', 'bob', 'to nobody', at(1)));
    await fetchAll();
    await inbox('alice');
    const bobs = await inbox('bob');
    await inbox('carol');
    const b = await line('bob', 'alice');
    const c = await line('carol', 'bob');
    await line('alice', 'bob', 'alice to bob, again');
    await stage.say(b, say('bob', 'alice', 'from bob', at(2)));
    await stage.say(c, say('carol', 'bob', 'from carol', at(3)));
    await stage.say(
      a,
      say('alice', 'bob', 'one', at(4)),
      say('alice', 'bob', 'two', at(5)),
      say('alice', 'bob', 'three', at(6)),
    );
    await fetchAll();
    const again = await inbox('bob', "bob's inbox again");
    for (const [number, text] of TEXTS.entries())
      await stage.say(a, say('alice', 'bob', text, at(10 + number)));
    for (const text of ['-null-', '--null--', '2025-03-14 18:00:00.125', '2025-03-14T18:00:00Z'])
      await stage.say(a, say('alice', 'bob', text, at(20)));
    const times = [
      '2025-03-14T18:59:00.1Z',
      '2025-03-14 18:59:01',
      '2025-03-14 18:59:02.1234',
      '2025-03-14T18:59:03.123456Z',
    ];
    for (const time of times) await stage.say(a, say('alice', 'bob', `at ${time}`, time));
    await stage.say(a, frame('is_typing', 'alice', 'bob', '-null-', at(30)));
    await stage.say(b, frame('is_typing', 'bob', 'alice', '-null-', at(31)));
    await fetchAll();
    await stage.leave(bobs);
    await stage.say(a, say('alice', 'bob', 'one socket less', at(40)));
    await stage.leave(again, 'terminate');
    await stage.say(a, say('alice', 'bob', 'while away', at(41)));
    await stage.say(a, frame('is_typing', 'alice', 'bob', '-null-', at(42)));
    await inbox('bob', 'bob is back');
    await stage.say(a, say('alice', 'bob', 'welcome back', at(43)));
    await stage.leave(a);
    const anew = await line('alice', 'bob', 'alice to bob, anew');
    await stage.say(anew, say('alice', 'bob', 'anew', at(44)), say('alice', 'bob', 'more', at(45)));
    await fetchAll();
  },
};

export const acknowledging: Scene = {
  shows: 'messages are received and read',
  areas: ['received', 'read', 'errors'],
  people: 4,
  groups: GROUPS,
  async act(stage) {
    const { inbox, line, frame, fetch, fetchAll } = cast(stage);
    for (const who of ['alice', 'bob', 'carol'] as const) await inbox(who);
    const a = await line('alice', 'bob');
    const b = await line('bob', 'alice');
    const c = await line('carol', 'bob');
    const toCarol = await line('bob', 'carol');
    for (const number of [1, 2, 3, 4, 5, 6, 7])
      await stage.say(a, frame('new_msg', 'alice', 'bob', `no. ${number}`, at(number)));
    await stage.say(c, frame('new_msg', 'carol', 'bob', 'from carol', at(3)));
    await stage.say(c, frame('new_msg', 'carol', 'bob', 'from carol, too', at(9)));
    await stage.say(b, frame('new_msg', 'bob', 'alice', 'from bob', at(8)));
    await stage.say(b, frame('msg_read', 'bob', 'alice', at(1), at(50)));
    await fetch('bob');
    await stage.say(b, frame('msg_received', 'bob', 'alice', at(3), at(51)));
    await fetch('bob');
    await stage.say(b, frame('msg_received', 'bob', 'alice', at(3), at(52)));
    await fetch('bob');
    await stage.say(b, frame('msg_read', 'bob', 'alice', at(3), at(53)));
    await stage.say(
      b,
      frame('msg_received', 'bob', 'alice', at(1).replace(' ', 'T').replace('.120', '.12Z'), at(54)),
    );
    await stage.say(b, frame('msg_received', 'bob', 'alice', at(2).replace('.120', '.12'), at(55)));
    await fetch('bob');
    await stage.say(b, frame('msg_received', 'bob', 'alice', '2001-01-01 00:00:00.000', at(56)));
    await stage.say(b, frame('msg_received', 'bob', 'alice', 'never', at(57)));
    await stage.say(a, frame('msg_received', 'alice', 'bob', at(4), at(58)));
    await stage.say(a, frame('msg_read', 'alice', 'bob', '2001-01-01 00:00:00.000', at(59)));
    await fetch('bob');
    await stage.say(b, frame('msg_received', 'carol', 'alice', at(4), at(60)));
    await stage.say(b, frame('msg_received', 'bob', 'carol', at(9), at(61)));
    await fetchAll();
    await stage.say(toCarol, frame('msg_received', 'bob', 'carol', at(9), at(62)));
    for (const number of [4, 5, 6])
      await stage.say(b, frame('msg_received', 'bob', 'alice', at(number), at(63)));
    await fetchAll();
    const away = await inbox('alice', 'alice, too');
    await stage.leave(away);
    await stage.say(b, frame('msg_received', 'bob', 'alice', at(7), at(64)));
    await fetchAll();
    await inbox('bob', 'bob is back');
    await fetchAll();
    for (const path of ['/chat/special', '/chat/info'])
      for (const part of ['', '/personal', '/group', '/room'])
        await stage.ask('GET', `${path}${part}?msg_from=${frame('', 'bob', '', '', '').msg_from}`);
  },
};

export const fetching: Scene = {
  shows: 'many messages wait',
  areas: ['fetch'],
  people: 4,
  groups: GROUPS,
  async act(stage) {
    const { inbox, line, group, frame, fetch, ours } = cast(stage);
    const socket = await inbox('bob');
    const ask = (command: string, who: 'alice' | 'bob') =>
      stage.say(socket, frame(command, 'whoever', who, '--null--', at(0)));
    await ask('fetch_msgs', 'bob');
    await ask('fetch_grp_msgs', 'bob');
    await ask('fetch_msgs', 'alice');
    const a = await line('alice', 'bob');
    const c = await line('carol', 'bob');
    const g = await group('alice');
    await stage.say(c, frame('new_msg', 'carol', 'bob', 'from carol, and quite long', at(0)));
    for (const number of Array.from({ length: 24 }, (_, one) => one)) {
      await stage.say(a, frame('new_msg', 'alice', 'bob', `no. ${number}`, at(number)));
      await stage.say(g, frame('new_grp_msg', 'alice', ours, `no. ${number}`, at(number)));
    }
    for (const _time of [1, 2, 3]) await ask('fetch_msgs', 'bob');
    for (const _time of [1, 2]) await ask('fetch_grp_msgs', 'bob');
    // With these, as many as fill twelve chunks.
    await stage.say(
      a,
      ...Array.from({ length: 95 }, (_, one) =>
        frame('new_msg', 'alice', 'bob', `and ${one}`, at(100 + one)),
      ),
    );
    await fetch('bob');
    await fetch('alice');
  },
};

export const restarting: Scene = {
  shows: 'the server starts again',
  areas: ['durability'],
  people: 4,
  groups: GROUPS,
  async act(stage) {
    const { line, group, frame, ours } = cast(stage);
    const a = await line('alice', 'bob');
    for (const number of [1, 2, 3])
      await stage.say(a, frame('new_msg', 'alice', 'bob', `no. ${number}`, at(number)));
    await stage.say(await line('bob', 'alice'), frame('msg_received', 'bob', 'alice', at(2), at(50)));
    await stage.say(await group('alice'), frame('new_grp_msg', 'alice', ours, 'to all', at(4)));
    await stage.say(await group('bob'), frame('grp_msg_received', 'bob', 'alice', at(4), at(51)));
  },
  async restarted(stage) {
    await cast(stage).fetchAll();
  },
};
