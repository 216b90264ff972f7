import { inBody } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { isSigned } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'urls-always-want-refreshing',
  dialects: ['rooms'],
  kind: 'media',
  says: 'In development mode URLs are said to have expired.',
  breaks: ['rooms.media.check-in-development'],
  sometimes: 'only in development mode',
  outgoingResponse: inBody('checkUrl', (body, { request, store }) =>
    isSigned(store, request.parameters['message_id']) ? undefined : { ...body, refresh_url: true },
  ),
};
export default fault;
