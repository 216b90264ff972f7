import { inBody } from '../alter.ts';
import { fieldOf } from '../fault-kit.ts';
import type { Fault } from '../faults.ts';

const fault: Fault = {
  name: 'refresh-gives-the-old-url',
  dialects: ['rooms'],
  kind: 'media',
  says: 'Refreshing a URL answers the old one.',
  breaks: ['rooms.media.refresh-serves-the-file'],
  sometimes: 'only in production mode, once a URL has expired',
  outgoingResponse: inBody('refreshUrl', (body, { request, store, memory }) => {
    const id = Number(request.parameters['message_id']);
    const old: unknown =
      memory.get(id) ??
      store.database.rows<{ text: string }>('select text from messages where id = ?', id)[0]?.text;
    return { ...body, file_location: old };
  }),
  storeWrite(change, { store, memory }) {
    if (change.kind !== 'change message' || memory.has(change.id)) return undefined;
    const [row] = store.database.rows<{ extra: string }>(
      'select extra from messages where id = ?',
      change.id,
    );
    const file: unknown = JSON.parse(row?.extra ?? '{}');
    memory.set(change.id, fieldOf(file, 'url'));
    return undefined;
  },
};
export default fault;
