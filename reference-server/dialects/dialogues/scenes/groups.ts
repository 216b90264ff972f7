import type { Scene } from '../../../testing/stage.ts';
import { TEXTS } from '../../../testing/texts.ts';
import { at, cast, GROUPS } from './cast.ts';

export const talking: Scene = {
  shows: 'a group talks',
  areas: ['groups'],
  people: 4,
  groups: GROUPS,
  async act(stage) {
    const { inbox, group, frame, fetchAll, ours, second } = cast(stage);
    const a = await group('alice');
    await stage.say(a, frame('new_grp_msg', 'alice', ours, 'to nobody', at(1)));
    await fetchAll();
    for (const who of ['alice', 'bob', 'carol', 'dave'] as const) await inbox(who);
    const b = await group('bob');
    const c = await group('carol');
    const other = await group('alice', second);
    await stage.say(b, frame('new_grp_msg', 'bob', ours, 'from bob', at(2)));
    await stage.say(other, frame('new_grp_msg', 'alice', second, 'to bob only', at(3)));
    await stage.say(
      a,
      ...[4, 5, 6].map((number) => frame('new_grp_msg', 'alice', ours, `no. ${number}`, at(number))),
    );
    const again = await inbox('bob', "bob's inbox again");
    for (const [number, text] of TEXTS.entries())
      await stage.say(a, frame('new_grp_msg', 'alice', ours, text, at(10 + number)));
    for (const time of ['2025-03-14T18:59:00.1Z', '2025-03-14 18:59:01', '2025-03-14 18:59:02.123'])
      await stage.say(a, frame('new_grp_msg', 'alice', ours, `at ${time}`, time));
    await stage.say(a, frame('is_grp_typing', 'alice', 'bob', '--null--', at(30)));
    await stage.say(c, frame('is_grp_typing', 'carol', 'alice', '--null--', at(31)));
    await stage.leave(again);
    await stage.say(a, frame('new_grp_msg', 'alice', second, 'to the other group', at(32)));
    await stage.say(a, frame('new_grp_msg', 'bob', ours, 'as bob', at(33)));
    await stage.say(a, frame('is_grp_typing', 'alice', 'dave', '--null--', at(34)));
    await stage.say(c, frame('new_grp_msg', 'carol', ours, 'from carol', at(35)));
    await fetchAll();
  },
};

export const acknowledging: Scene = {
  shows: 'messages of a group are received and read',
  areas: ['groups'],
  people: 4,
  groups: GROUPS,
  async act(stage) {
    const { inbox, group, frame, fetchAll, line, ours, second } = cast(stage);
    const a = await group('alice');
    const b = await group('bob');
    const c = await group('carol');
    for (const who of ['alice', 'bob', 'carol'] as const) await inbox(who);
    for (const number of [1, 2, 3, 4])
      await stage.say(a, frame('new_grp_msg', 'alice', ours, `no. ${number}`, at(number)));
    await stage.say(await line('alice', 'bob'), frame('new_msg', 'alice', 'bob', 'in private', at(2)));
    await stage.say(await group('alice', second), frame('new_grp_msg', 'alice', second, 'elsewhere', at(3)));
    await stage.say(b, frame('grp_msg_received', 'bob', 'alice', at(2), at(50)));
    await fetchAll();
    await stage.say(b, frame('grp_msg_received', 'bob', 'alice', at(2), at(51)));
    await fetchAll();
    await stage.say(c, frame('grp_msg_received', 'carol', 'alice', at(2), at(52)));
    await fetchAll();
    await stage.say(
      c,
      frame('grp_msg_received', 'carol', 'alice', at(1).replace(' ', 'T').replace('.120', '.12Z'), at(53)),
    );
    await stage.say(b, frame('grp_msg_received', 'bob', 'alice', at(1).replace('.120', '.12'), at(54)));
    await stage.say(b, frame('grp_msg_read', 'bob', 'alice', at(3), at(55)));
    await stage.say(c, frame('msg_read', 'carol', 'alice', at(3), at(56)));
    await stage.say(b, frame('grp_msg_read', 'bob', 'alice', at(1), at(57)));
    await fetchAll();
    await stage.say(b, frame('grp_msg_received', 'bob', 'alice', '2001-01-01 00:00:00.000', at(58)));
    await stage.say(a, frame('grp_msg_received', 'alice', 'alice', at(3), at(59)));
    await stage.say(b, frame('grp_msg_received', 'carol', 'alice', at(3), at(60)));
    await stage.say(b, frame('grp_msg_received', 'bob', 'dave', at(3), at(61)));
    await stage.say(b, frame('grp_msg_read', 'bob', 'dave', at(3), at(62)));
    await fetchAll();
    await stage.say(
      b,
      ...[3, 4].map((number) => frame('grp_msg_received', 'bob', 'alice', at(number), at(63))),
    );
    await stage.say(c, frame('grp_msg_received', 'carol', 'alice', at(3), at(64)));
    await fetchAll();
  },
};
