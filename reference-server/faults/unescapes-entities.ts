import { changesTexts } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'unescapes-entities',
  dialects: 'all',
  kind: 'text',
  says: 'Text that explains HTML arrives as HTML.',
  breaks: ['*.text.markup'],
  sometimes: 'only in texts with entities',
  ...changesTexts((text) => text.replaceAll('&lt;', '<').replaceAll('&amp;', '&')),
};
export default fault;
