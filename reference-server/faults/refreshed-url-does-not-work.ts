import { inBody } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'refreshed-url-does-not-work',
  dialects: ['rooms'],
  kind: 'media',
  says: 'A refreshed URL has a wrong signature.',
  breaks: ['rooms.media.refresh-serves-the-file'],
  sometimes: 'only in production mode',
  outgoingResponse: inBody('refreshUrl', (body) => ({
    ...body,
    file_location: `${String(body['file_location'])}0`,
  })),
};
export default fault;
