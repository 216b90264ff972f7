import { changesTexts } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'cuts-at-4096',
  dialects: 'all',
  kind: 'text',
  says: 'A message ends after 4,096 characters.',
  breaks: ['*.text.long'],
  sometimes: 'only in texts of more than 4,096 characters',
  ...changesTexts((text) => text.slice(0, 4096)),
};
export default fault;
