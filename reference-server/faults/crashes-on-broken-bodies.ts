import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'crashes-on-broken-bodies',
  dialects: ['receipts', 'threads', 'rooms'],
  kind: 'robustness',
  says: 'A body that cannot be read is answered with an error of the server.',
  breaks: [
    '*.robustness.any-request',
    'receipts.robustness.bad-edit-request',
    'threads.robustness.bad-upload',
    'rooms.robustness.bad-upload',
  ],
  sometimes: 'only for bodies that are not what their type says',
  outgoingResponse: (answer, { request }) =>
    request.headers['content-length'] !== undefined && [400, 415].includes(answer.status)
      ? { ...answer, status: 500 }
      : undefined,
};
export default fault;
