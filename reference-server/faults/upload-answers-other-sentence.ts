import { inBody } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'upload-answers-other-sentence',
  dialects: ['threads'],
  kind: 'schema',
  says: 'The answer to an upload has another sentence.',
  breaks: ['threads.upload.answer-values'],
  outgoingResponse: inBody('uploadAttachment', (body) => ({
    ...body,
    message: 'File uploaded and chat as created successfully',
  })),
};
export default fault;
