import { changesTexts } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'trims-the-end',
  dialects: 'all',
  kind: 'text',
  says: 'Spaces and line breaks at the end of a message disappear.',
  breaks: ['*.text.whitespace'],
  sometimes: 'only in texts with spaces at the end',
  ...changesTexts((text) => text.trimEnd()),
};
export default fault;
