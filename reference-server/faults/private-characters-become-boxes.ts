import { changesTexts } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'private-characters-become-boxes',
  dialects: 'all',
  kind: 'text',
  says: 'Characters of the private areas arrive as boxes.',
  breaks: ['*.text.unicode'],
  sometimes: 'only in texts with characters of the private area',
  ...changesTexts((text) => text.replace(/[\ue000-\uf8ff]/g, '\u25a1')),
};
export default fault;
