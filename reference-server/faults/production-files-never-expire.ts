import { inBody } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'production-files-never-expire',
  dialects: ['rooms'],
  kind: 'media',
  says: 'In production mode a file is said never to expire.',
  breaks: ['rooms.media.production-expires'],
  sometimes: 'only in production mode',
  outgoingResponse: inBody('uploadFile', (body) => ({ ...body, expiration_time: null })),
};
export default fault;
