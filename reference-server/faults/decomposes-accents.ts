import { changesTexts } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'decomposes-accents',
  dialects: 'all',
  kind: 'text',
  says: 'Accented letters arrive in two parts.',
  breaks: ['*.text.unicode'],
  sometimes: 'only in texts with accented letters',
  ...changesTexts((text) => text.normalize('NFD')),
};
export default fault;
