import { changesTexts } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'truncates-text',
  dialects: 'all',
  kind: 'text',
  says: 'A message ends after 255 characters.',
  breaks: ['*.text.long'],
  sometimes: 'only in texts of more than 255 characters',
  ...changesTexts((text) => text.slice(0, 255)),
};
export default fault;
