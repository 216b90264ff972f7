import { inBody } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'development-files-expire',
  dialects: ['rooms'],
  kind: 'media',
  says: 'In development mode a file is said to expire.',
  breaks: ['rooms.media.development-never-expires'],
  sometimes: 'only in development mode',
  outgoingResponse: inBody('uploadFile', (body) =>
    body['expiration_time'] === null ? { ...body, expiration_time: '2030-01-01T00:00:00.000000' } : undefined,
  ),
};
export default fault;
