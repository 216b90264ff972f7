import type { Fault } from '../fault-kit/faults.ts';
import { changesTexts } from '../fault-kit/kit.ts';

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
