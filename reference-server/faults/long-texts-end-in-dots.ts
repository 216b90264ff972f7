import { changesTexts } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'long-texts-end-in-dots',
  dialects: 'all',
  kind: 'text',
  says: 'A long message ends in three dots.',
  breaks: ['*.text.long'],
  sometimes: 'only in texts of more than 5,000 characters',
  ...changesTexts((text) => (text.length > 5000 ? `${text.slice(0, 4997)}...` : text)),
};
export default fault;
