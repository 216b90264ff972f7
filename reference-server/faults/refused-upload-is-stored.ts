import { decodeJwt } from 'jose';
import type { Fault } from '../fault-kit/faults.ts';
import { isFrame } from '../fault-kit/frames.ts';
import { isGarbage } from '../fault-kit/tokens.ts';
import { bearer } from '../tokens.ts';

const fault: Fault = {
  name: 'refused-upload-is-stored',
  dialects: ['threads'],
  kind: 'authentication',
  says: 'An upload with an expired or altered token is refused, but its message is stored.',
  breaks: ['threads.auth.http-expired-token', 'threads.auth.http-altered-token'],
  sometimes: 'only with a token that names somebody who has written with the receiver',
  outgoingResponse(answer, { operation, request, cause, store }) {
    if (operation !== 'uploadAttachment' || answer.status !== 401 || !isFrame(cause.input)) return undefined;
    const { receiver, message: text } = cause.input;
    if (isGarbage(bearer(request.headers))) return undefined;
    const sender = Number(decodeJwt(bearer(request.headers) ?? '').sub);
    const sql =
      'select p.id, m.conversation from people p join members m on m.person = p.id where p.uuid = ? ';
    const shared = `${sql} and m.conversation in (select conversation from members where person = ?)`;
    const [row] = store.database.rows<{ id: number; conversation: number }>(shared, String(receiver), sender);
    if (row === undefined) return undefined;
    const now = Date.now() * 1000;
    const times = { sentAt: null, createdAt: now, updatedAt: now };
    const fields = {
      conversation: row.conversation,
      sender,
      receiver: row.id,
      text: String(text),
      status: 'new',
    };
    store.apply({ kind: 'add message', message: { ...fields, ...times, extra: '{}' } });
    return undefined;
  },
};
export default fault;
