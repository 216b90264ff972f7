import { changesTexts } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'strips-line-breaks',
  dialects: 'all',
  kind: 'text',
  says: 'A message of several lines arrives as one line.',
  breaks: ['*.text.whitespace'],
  sometimes: 'only in texts of several lines',
  ...changesTexts((text) => text.replace(/[\r\n]+/g, ' ')),
};
export default fault;
