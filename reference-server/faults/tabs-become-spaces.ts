import { changesTexts } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'tabs-become-spaces',
  dialects: 'all',
  kind: 'text',
  says: 'A tab arrives as four spaces.',
  breaks: ['*.text.whitespace'],
  sometimes: 'only in texts with tabs',
  ...changesTexts((text) => text.replaceAll('\t', '    ')),
};
export default fault;
