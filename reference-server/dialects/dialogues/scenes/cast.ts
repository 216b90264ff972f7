// The verbs of this dialect for its scenes, which the test plays that sees every fault on the wire.
import type { WebSocket } from 'ws';
import type { Stage } from '../../../testing/stage.ts';

export type Who = 'alice' | 'bob' | 'carol' | 'dave';
const NUMBERS: Record<Who, number> = { alice: 0, bob: 1, carol: 2, dave: 3 };
export const GROUPS = [
  { members: ['p1', 'p2', 'p3'], admins: ['p1'] },
  { members: ['p1', 'p2'], admins: ['p2'] },
];

/** The time of the message with this number, spelled as the examples do; the zeros at its end may be missing. */
export function at(number: number): string {
  const minute = String(Math.floor(number / 60)).padStart(2, '0');
  return `2025-03-14 18:${minute}:${String(number % 60).padStart(2, '0')}.120`;
}

export function cast(stage: Stage) {
  const [ours = '', second = ''] = stage.groups;
  const phone = (who: Who) => stage.people[NUMBERS[who]]?.phone ?? '';
  const inbox = (who: Who, as = `${who}'s inbox`): Promise<WebSocket> =>
    stage.open(as, `/ws/chat/special/${phone(who)}/`);
  const line = (who: Who, other: Who, as = `${who} to ${other}`): Promise<WebSocket> =>
    stage.open(as, `/ws/chat/personal/${phone(who)}/${phone(other)}/`);
  const group = (who: Who, grp = ours, as = `${who} in ${grp}`): Promise<WebSocket> =>
    stage.open(as, `/ws/chat/group/${phone(who)}/${grp}/`);
  const frame = (
    command: string,
    from: Who | string,
    to: Who | string,
    message: unknown,
    time: string,
    more = {},
  ) => ({
    message,
    command,
    msg_from: named(from),
    msg_to: named(to),
    sent_timestamp: time,
    ...more,
  });
  const named = (who: string): string => (who in NUMBERS ? phone(who as Who) : who);
  /** What waits for somebody, on a socket of its own. */
  const fetch = async (who: Who) => {
    const socket = await inbox(who, `${who} fetches`);
    await stage.say(socket, frame('fetch_msgs', 'whoever', who, '--null--', at(0)));
    await stage.say(socket, frame('fetch_grp_msgs', ours, who, '--null--', at(0)));
    await stage.leave(socket);
  };
  const fetchAll = async () => {
    for (const who of ['alice', 'bob', 'carol'] as const) await fetch(who);
  };
  return { ours, second, phone, inbox, line, group, frame, fetch, fetchAll };
}
