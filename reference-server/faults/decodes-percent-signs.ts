import { changesTexts } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'decodes-percent-signs',
  dialects: 'all',
  kind: 'text',
  says: 'Percent signs with two digits behind them arrive as other characters.',
  breaks: ['*.text.markup'],
  sometimes: 'only in texts with percent signs',
  ...changesTexts((text) => text.replaceAll('%00', '\u2400')),
};
export default fault;
