import type { Fault } from '../fault-kit/faults.ts';
import { changesTexts } from '../fault-kit/kit.ts';

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
