import { inBody } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { urlOf } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'refresh-gives-the-old-url',
  dialects: ['rooms'],
  kind: 'media',
  says: 'Refreshing a URL answers the old one.',
  breaks: ['rooms.media.refresh-revives-an-expired-url'],
  sometimes: 'only in production mode, once a URL has expired',
  outgoingResponse: inBody('refreshUrl', (body, { request, memory }) => ({
    ...body,
    file_location: memory.get(Number(request.parameters['message_id'])) ?? body['file_location'],
  })),
  storeWrite(change, { store, memory }) {
    if (change.kind !== 'change message' || memory.has(change.id)) return undefined;
    memory.set(change.id, urlOf(store, change.id));
    return undefined;
  },
};
export default fault;
