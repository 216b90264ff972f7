import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'pages-echo-markup',
  dialects: ['dialogues'],
  kind: 'robustness',
  says: 'What stands in the address of a page becomes part of its markup.',
  breaks: ['dialogues.pages.address-is-not-markup'],
  outgoingResponse: (answer, { operation, request }) =>
    operation.endsWith('Page')
      ? { ...answer, body: `${String(answer.body)}<p>${Object.values(request.parameters).join(' ')}</p>` }
      : undefined,
};
export default fault;
