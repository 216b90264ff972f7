import type { FetchedMsgs, FetchMsgs } from '../../../specs/dialogues/generated/frames.ts';
import type { Read } from '../../kit/seat.ts';
import { firstOf, isFrame, itemsOf } from '../../kit/socket.ts';
import { spell } from './times.ts';

/** What is kept for this person, chunk by chunk. */
export const read: Read = async ({ people: [one, other] }, side) => {
  const me = side === 0 ? one : other;
  const named = { msg_from: me.phone, msg_to: me.phone };
  const texts: unknown[] = [];
  const fetched = (frame: unknown): unknown[] | undefined => {
    if (!isFrame<FetchedMsgs, 'command'>(frame, 'command', 'fetch_msgs')) return undefined;
    for (const { message } of itemsOf<FetchedMsgs['messages'][number]>(frame.messages) ?? [])
      texts.push(message);
    return /^true$/i.test(String(frame.all)) ? texts : undefined;
  };
  const place = { channel: 'chatReceiveSocket', params: { msg_from: me.phone } };
  return firstOf<FetchMsgs, unknown[]>(me, place, fetched, (socket) =>
    socket.send({ ...named, command: 'fetch_msgs', message: '--null--', sent_timestamp: spell(Date.now()) }),
  );
};
