import { changesTexts } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'curls-quotes',
  dialects: 'all',
  kind: 'text',
  says: 'Straight apostrophes arrive curly.',
  breaks: ['*.text.markup'],
  sometimes: 'only in texts with apostrophes',
  ...changesTexts((text) => text.replaceAll("'", '\u2019')),
};
export default fault;
