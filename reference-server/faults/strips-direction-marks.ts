import { changesTexts } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'strips-direction-marks',
  dialects: 'all',
  kind: 'text',
  says: 'The marks that turn text from right to left disappear.',
  breaks: ['*.text.unicode'],
  sometimes: 'only in texts with direction marks',
  ...changesTexts((text) => text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '')),
};
export default fault;
