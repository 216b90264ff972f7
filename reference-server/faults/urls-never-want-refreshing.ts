import { inBody } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'urls-never-want-refreshing',
  dialects: ['rooms'],
  kind: 'media',
  says: 'No URL is ever said to have expired.',
  breaks: ['rooms.media.check-once-expired'],
  sometimes: 'only in production mode, once a URL has expired',
  outgoingResponse: inBody('checkUrl', (body) => ({ ...body, refresh_url: false })),
};
export default fault;
