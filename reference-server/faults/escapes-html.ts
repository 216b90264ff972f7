import { changesTexts } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'escapes-html',
  dialects: 'all',
  kind: 'text',
  says: 'Angle brackets and ampersands arrive as &lt; and &amp;.',
  breaks: ['*.text.markup'],
  sometimes: 'only in texts with markup',
  ...changesTexts((text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')),
};
export default fault;
