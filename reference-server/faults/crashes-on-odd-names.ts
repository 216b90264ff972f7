import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'crashes-on-odd-names',
  dialects: ['dialogues'],
  kind: 'robustness',
  says: 'A page whose address holds a NUL is answered with 500.',
  breaks: ['dialogues.robustness.bad-page-request'],
  sometimes: 'When an address holds a NUL.',
  outgoingResponse: (answer, { request }) =>
    request.url.includes('%00') ? { ...answer, status: 500 } : undefined,
};
export default fault;
