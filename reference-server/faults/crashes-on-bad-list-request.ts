import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'crashes-on-bad-list-request',
  dialects: ['actions'],
  kind: 'robustness',
  says: 'Asking for rooms in a wrong way ends in an error of the server.',
  breaks: ['actions.robustness.bad-list-request'],
  sometimes: 'only for a first_user that is no number',
  outgoingResponse: (answer, { operation }) =>
    operation === 'listRooms' && answer.status === 400
      ? { status: 500, body: { detail: 'Error.' } }
      : undefined,
};
export default fault;
