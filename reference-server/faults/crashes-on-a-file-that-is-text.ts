import type { Fault } from '../fault-kit/faults.ts';
import { fieldOf } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'crashes-on-a-file-that-is-text',
  dialects: ['rooms', 'threads'],
  kind: 'robustness',
  says: 'A form in which the file is plain text is answered with an error of the server.',
  breaks: ['threads.robustness.bad-upload', 'rooms.robustness.bad-upload'],
  sometimes: 'only for a form whose field for the file has no file',
  outgoingResponse(answer, { operation, cause }) {
    const field = operation === 'uploadFile' ? 'myFile' : 'attached_file';
    const isText = typeof fieldOf(cause.input, field) === 'string';
    return operation.startsWith('upload') && answer.status === 400 && isText
      ? { ...answer, status: 500 }
      : undefined;
  },
};
export default fault;
