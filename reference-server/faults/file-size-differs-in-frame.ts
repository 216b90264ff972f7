import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'file-size-differs-in-frame',
  dialects: ['threads'],
  kind: 'media',
  says: 'The size of a file is rounded otherwise in the frame than elsewhere.',
  breaks: ['threads.files.agree-everywhere'],
  outgoingFrame: inFrames('reMessageFile', (frame) => ({
    ...frame,
    attached_file_size: `${Math.round(Number.parseFloat(String(frame['attached_file_size'])))}KB`,
  })),
};
export default fault;
