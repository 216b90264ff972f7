// What several faults of actions are made of.
import { inItems } from './alter.ts';
import type { FaultContext, Frame, Hooks } from './faults.ts';
import { isFrame, withItems } from './frames.ts';

export const known: ReadonlySet<unknown> = new Set(['send', 'edit', 'delete']);

/** A file that nobody has sent. */
export const nothing: Frame = {
  file_url: 'https://files.example.test/none.png',
  file_name: 'none.png',
  content_type: 'image/png',
};

type Stored = Pick<FaultContext, 'store'>;

/** Whether a message ever had this id. */
export function wasEver(id: number, { store }: Stored): boolean {
  const sql = "select seq as last from sqlite_sequence where name = 'messages'";
  const [row] = store.database.rows<{ last: number }>(sql);
  return id <= (row?.last ?? 0);
}

/** Whether the message with this id has been deleted. */
export function isGone(id: number, { store }: Stored): boolean {
  const found = store.database.rows('select 1 from messages where id = ?', id).length > 0;
  return !found && wasEver(id, { store });
}

/** The items of a history with other files. */
export function withAttachments(history: unknown, change: (file: Frame) => Frame): unknown[] | undefined {
  return withItems(history, ({ attachments, ...item }) => ({
    ...item,
    attachments: Array.isArray(attachments)
      ? attachments.map((file: unknown) => (isFrame(file) ? change(file) : file))
      : attachments,
  }));
}

/** Changes each last message in the list of rooms. */
export function inLastMessages(change: (last: Frame) => unknown): NonNullable<Hooks['outgoingResponse']> {
  return inItems('listRooms', ['results'], (room) => {
    const last = room['last_message'];
    return isFrame(last) ? { ...room, last_message: change(last) } : room;
  });
}
