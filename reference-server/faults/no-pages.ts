import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'no-pages',
  dialects: ['dialogues'],
  kind: 'status-code',
  says: 'The pages for testing are not there.',
  breaks: [
    'dialogues.pages.start',
    'dialogues.pages.personal',
    'dialogues.pages.group',
    'dialogues.pages.room',
  ],
  outgoingResponse: (answer, { operation }) =>
    operation.endsWith('Page') ? { ...answer, status: 404 } : undefined,
};
export default fault;
