import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'crashes-on-overlong-values',
  dialects: 'all',
  kind: 'robustness',
  says: 'A request whose address has a value of more than a thousand characters is answered with an error of the server.',
  breaks: ['*.robustness.any-request'],
  sometimes: 'only for addresses with a very long value',
  outgoingResponse: (answer, { request }) =>
    request.url.length > 1_000 ? { ...answer, status: 500 } : undefined,
};
export default fault;
