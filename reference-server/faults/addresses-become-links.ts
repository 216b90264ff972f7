import { changesTexts } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'addresses-become-links',
  dialects: 'all',
  kind: 'text',
  says: 'Addresses in a text arrive as links of Markdown.',
  breaks: ['*.text.markup'],
  sometimes: 'only in texts with an address',
  ...changesTexts((text) => text.replace(/https?:\/\/\S+/g, '[$&]($&)')),
};
export default fault;
