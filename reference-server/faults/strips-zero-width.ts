import { changesTexts } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'strips-zero-width',
  dialects: 'all',
  kind: 'text',
  says: 'Invisible characters disappear, so that families and flags of emoji fall apart.',
  breaks: ['*.text.unicode'],
  sometimes: 'only in texts with joiners or other characters of no width',
  ...changesTexts((text) => text.replace(/[\u200b-\u200d\ufeff]/g, '')),
};
export default fault;
