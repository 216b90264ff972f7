// The verbs of this dialect for its scenes, which the test plays that sees every fault on the wire.
import type { WebSocket } from 'ws';
import type { Stage } from '../../../testing/stage.ts';

type Who = 'alice' | 'bob' | 'carol';
const NUMBERS: Record<Who, number> = { alice: 0, bob: 1, carol: 2 };
export const OUR_ROOMS = [
  ['p1', 'p2'],
  ['p1', 'p3'],
];

/** The verbs of this dialect. */
export function cast(stage: Stage) {
  const [ours = 0, withCarol = 0] = stage.rooms;
  const person = (who: Who) => {
    const found = stage.people[NUMBERS[who]];
    if (found === undefined) throw new Error(`There is no ${who} in this scene.`);
    return found;
  };
  const enter = (who: Who, as: string = who, room: unknown = ours): Promise<WebSocket> =>
    stage.open(as, `/ws/chat/?room_id=${room}`, { protocols: ['Bearer', person(who).token] });
  const look = async (who: Who, room: unknown = ours) => {
    await stage.leave(await enter(who, `${who} looks`, room));
  };
  const rooms = (
    who: Who,
    page = '',
    of: unknown = person(who).id,
    token: string | undefined = person(who).token,
  ) => stage.ask('GET', `/en/api/v1/chat/recieve/?first_user=${of}${page}`, { token });
  const drop = (room: unknown, token?: string) =>
    stage.ask('DELETE', `/en/api/v1/chat/delete/${room}`, { token });
  const everyFile = async (socket: WebSocket, token?: string) => {
    const urls = stage.heardBy(socket).flatMap((frame) => frame.match(/https?:[^"]+/g) ?? []);
    for (const url of new Set(urls)) await stage.ask('GET', url, { token });
  };
  return { ours, withCarol, person, enter, look, rooms, drop, everyFile };
}

export const edit = (message_id: unknown, text: unknown) => ({ action: 'edit', message_id, text });
export const remove = (message_id: unknown) => ({ action: 'delete', message_id });
