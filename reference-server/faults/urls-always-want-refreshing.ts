import { inBody } from '../alter.ts';
import type { Fault } from '../faults.ts';

const fault: Fault = {
  name: 'urls-always-want-refreshing',
  dialects: ['rooms'],
  kind: 'media',
  says: 'Every URL is said to have expired.',
  breaks: ['rooms.media.check-in-development', 'rooms.media.check-while-valid'],
  outgoingResponse: inBody('checkUrl', (body) => ({ ...body, refresh_url: true })),
};
export default fault;
