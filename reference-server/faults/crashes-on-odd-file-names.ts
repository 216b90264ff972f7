import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'crashes-on-odd-file-names',
  dialects: ['rooms', 'threads'],
  kind: 'robustness',
  says: 'A file with a long name is answered with an error of the server.',
  breaks: ['threads.files.odd-names', 'rooms.robustness.odd-file-name'],
  sometimes: 'only for names of 100 characters and more',
  outgoingResponse: (answer, { operation }) =>
    operation.startsWith('upload') &&
    /"(attached_file_name|file_identifier)":"[^"]{100,}"/.test(JSON.stringify(answer.body))
      ? { ...answer, status: 500 }
      : undefined,
};
export default fault;
