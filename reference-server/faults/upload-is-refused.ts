import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'upload-is-refused',
  dialects: ['rooms'],
  kind: 'media',
  says: 'Pictures are not taken.',
  breaks: ['rooms.media.upload-takes-a-file'],
  outgoingResponse: (_answer, { operation }) =>
    operation === 'uploadFile' ? { status: 415, body: { detail: 'Not supported.' } } : undefined,
};
export default fault;
