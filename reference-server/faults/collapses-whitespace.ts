import { changesTexts } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'collapses-whitespace',
  dialects: 'all',
  kind: 'text',
  says: 'Several spaces become one.',
  breaks: ['*.text.whitespace'],
  sometimes: 'only in texts with several spaces in a row',
  ...changesTexts((text) => text.replace(/ {2,}/g, ' ')),
};
export default fault;
