import { inBody, inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { hasFile } from '../fault-kit/rooms.ts';

const fault: Fault = {
  name: 'frame-with-url-of-last-upload',
  dialects: ['rooms'],
  kind: 'media',
  says: 'The URL in the frame of a message is that of the file which came last.',
  breaks: ['rooms.media.url-is-the-one-sent'],
  sometimes: 'only when another file has come in between',
  outgoingResponse: inBody('uploadFile', (body, { memory }) => {
    memory.set('last', body['file_location']);
    return undefined;
  }),
  outgoingFrame: inFrames('chatMessage', (frame, { memory }) =>
    hasFile(frame) ? { ...frame, multimedia_url: memory.get('last') } : undefined,
  ),
};
export default fault;
