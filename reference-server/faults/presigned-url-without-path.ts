import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { without } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'presigned-url-without-path',
  dialects: ['actions'],
  kind: 'schema',
  says: 'The frame that says where to upload does not say where the file will be.',
  breaks: ['actions.file.presigned-url'],
  sometimes: 'only where files are uploaded by themselves',
  outgoingFrame: inFrames('presignedUrl', (frame) => without(frame, 'file_path')),
};
export default fault;
