import { changesTexts } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'normalises-text',
  dialects: 'all',
  kind: 'text',
  says: 'Letters with combining accents are replaced by others that look the same.',
  breaks: ['*.text.unicode'],
  sometimes: 'only in texts with combining marks',
  ...changesTexts((text) => text.normalize('NFC')),
};
export default fault;
