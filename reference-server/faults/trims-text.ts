import { changesTexts } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'trims-text',
  dialects: 'all',
  kind: 'text',
  says: 'Spaces at both ends of a message disappear.',
  breaks: ['*.text.whitespace'],
  sometimes: 'only in texts with spaces at an end',
  ...changesTexts((text) => text.trim()),
};
export default fault;
