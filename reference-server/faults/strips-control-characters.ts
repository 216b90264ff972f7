import { changesTexts } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'strips-control-characters',
  dialects: 'all',
  kind: 'text',
  says: 'Characters that control devices disappear from texts.',
  breaks: ['*.text.unicode', 'threads.text.whitespace'],
  sometimes: 'only in texts with control characters',
  ...changesTexts((text) => text.replace(/\p{Cc}/gu, (one) => ('\t\n\r'.includes(one) ? one : ''))),
};
export default fault;
