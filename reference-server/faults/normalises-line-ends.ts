import { changesTexts } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'normalises-line-ends',
  dialects: 'all',
  kind: 'text',
  says: 'Line ends of one system arrive as those of another.',
  breaks: ['*.text.whitespace'],
  sometimes: 'only in texts with carriage returns',
  ...changesTexts((text) => text.replaceAll('\r\n', '\n')),
};
export default fault;
