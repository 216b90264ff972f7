import { changesTexts } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'fills-in-placeholders',
  dialects: 'all',
  kind: 'text',
  says: 'What looks like the placeholder of a template disappears.',
  breaks: ['*.text.markup'],
  sometimes: 'only in texts with braces',
  ...changesTexts((text) => text.replace(/\$\{\w+\}|\{\{\w+\}\}/g, '')),
};
export default fault;
