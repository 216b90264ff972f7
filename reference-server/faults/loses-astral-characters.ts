import { changesTexts } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'loses-astral-characters',
  dialects: 'all',
  kind: 'text',
  says: 'Emoji and rare scripts disappear from a message.',
  breaks: ['*.text.unicode'],
  sometimes: 'only in texts with characters outside the basic plane',
  ...changesTexts((text) => text.replace(/[\u{10000}-\u{10ffff}]/gu, '')),
};
export default fault;
