import { inBody } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { isReceiver, isSigned } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'valid-urls-want-refreshing-for-the-receiver',
  dialects: ['rooms'],
  kind: 'media',
  says: 'In production mode the receiver of a file is told that its URL has expired, however new it is.',
  breaks: ['rooms.media.check-while-valid'],
  sometimes: 'only in production mode, for the receiver',
  outgoingResponse: inBody('checkUrl', (body, { request, cause, store }) => {
    const { message_id: id } = request.parameters;
    return isSigned(store, id) && isReceiver(store, id, cause.by?.id)
      ? { ...body, refresh_url: true }
      : undefined;
  }),
};
export default fault;
