import { changesTexts } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'smileys-become-emoji',
  dialects: 'all',
  kind: 'text',
  says: 'Smileys made of signs arrive as pictures.',
  breaks: ['*.text.markup'],
  sometimes: 'only in texts with a smiley',
  ...changesTexts((text) => text.replaceAll(':)', '\u{1F642}').replaceAll(':-(', '\u{1F641}')),
};
export default fault;
