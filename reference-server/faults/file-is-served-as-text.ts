import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'file-is-served-as-text',
  dialects: ['actions'],
  kind: 'media',
  says: 'The bytes of a file are taken for text and mangled.',
  breaks: ['actions.file.bytes-come-back', 'actions.file.same-name-twice'],
  outgoingResponse: (answer, { operation }) =>
    operation === 'media' && Buffer.isBuffer(answer.body)
      ? { ...answer, body: Buffer.from(answer.body.toString('utf8')) }
      : undefined,
};
export default fault;
