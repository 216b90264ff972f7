import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'refuses-http-with-400',
  dialects: ['threads'],
  kind: 'status-code',
  says: 'A request without a valid token is answered 400.',
  breaks: ['threads.auth.http-refuses-with-401-or-403'],
  outgoingResponse: (answer) => (answer.status === 401 ? { ...answer, status: 400 } : undefined),
};
export default fault;
