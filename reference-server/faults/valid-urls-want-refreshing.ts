import { inBody } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { isSigned } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'valid-urls-want-refreshing',
  dialects: ['rooms'],
  kind: 'media',
  says: 'In production mode URLs that still work are said to have expired.',
  breaks: ['rooms.media.check-while-valid'],
  sometimes: 'only in production mode',
  outgoingResponse: inBody('checkUrl', (body, { request, store }) =>
    isSigned(store, request.parameters['message_id']) ? { ...body, refresh_url: true } : undefined,
  ),
};
export default fault;
