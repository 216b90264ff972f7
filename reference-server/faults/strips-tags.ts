import { changesTexts } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'strips-tags',
  dialects: 'all',
  kind: 'text',
  says: 'Whatever stands between angle brackets disappears.',
  breaks: ['*.text.markup'],
  sometimes: 'only in texts with tags',
  ...changesTexts((text) => text.replace(/<[^>]*>/g, '')),
};
export default fault;
