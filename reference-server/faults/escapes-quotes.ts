import { changesTexts } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'escapes-quotes',
  dialects: 'all',
  kind: 'text',
  says: 'Quotation marks arrive as &quot;.',
  breaks: ['*.text.markup'],
  sometimes: 'only in texts with quotation marks',
  ...changesTexts((text) => text.replaceAll('"', '&quot;')),
};
export default fault;
