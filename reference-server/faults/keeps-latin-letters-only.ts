import { changesTexts } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'keeps-latin-letters-only',
  dialects: 'all',
  kind: 'text',
  says: 'Text in other scripts arrives as question marks.',
  breaks: ['*.text.unicode'],
  sometimes: 'only in texts of other scripts',
  ...changesTexts((text) => text.replace(/[\u0250-\uffff]/g, '?')),
};
export default fault;
