import { inBody } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'identifier-is-the-file-name',
  dialects: ['rooms'],
  kind: 'ids',
  says: 'Files of one name have one identifier.',
  breaks: ['rooms.media.identifier-is-unique'],
  sometimes: 'only for files of a name that was there before',
  outgoingResponse: inBody('uploadFile', (body) => ({
    ...body,
    file_identifier: String(body['file_identifier']).replace(/_[0-9a-f]{12}(?=\.)/, ''),
  })),
};
export default fault;
