import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'pages-as-plain-text',
  dialects: ['dialogues'],
  kind: 'status-code',
  says: 'The pages for testing have the wrong content type.',
  breaks: [
    'dialogues.pages.start',
    'dialogues.pages.personal',
    'dialogues.pages.group',
    'dialogues.pages.room',
  ],
  outgoingResponse: (answer, { operation }) =>
    operation.endsWith('Page')
      ? {
          ...answer,
          headers: { ...answer.headers, 'content-type': 'text/plain' },
          body: Buffer.from(String(answer.body)),
        }
      : undefined,
};
export default fault;
