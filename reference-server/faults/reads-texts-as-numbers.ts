import { changesTexts } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'reads-texts-as-numbers',
  dialects: 'all',
  kind: 'text',
  says: 'A text of digits is read as a number, and loses its zeros.',
  breaks: ['*.text.markup'],
  sometimes: 'only in texts that are a number',
  ...changesTexts((text) => (/^\d+(\.\d+)?$/.test(text) ? String(Number(text)) : text)),
};
export default fault;
