import { changesTexts } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'strips-skin-tones',
  dialects: 'all',
  kind: 'text',
  says: 'Every hand has the same skin tone.',
  breaks: ['*.text.unicode'],
  sometimes: 'only in texts with emoji of a skin tone',
  ...changesTexts((text) => text.replace(/[\u{1f3fb}-\u{1f3ff}]/gu, '')),
};
export default fault;
