import { changesTexts } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'doubles-backslashes',
  dialects: 'all',
  kind: 'text',
  says: 'Every backslash arrives twice.',
  breaks: ['*.text.markup'],
  sometimes: 'only in texts with backslashes',
  ...changesTexts((text) => text.replaceAll('\\', '\\\\')),
};
export default fault;
