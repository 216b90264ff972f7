import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'malformed-person-answers-400',
  dialects: ['threads'],
  kind: 'status-code',
  says: 'Asking for the messages with something that is not a UUID answers 400.',
  breaks: ['threads.history.malformed-person'],
  outgoingResponse: (answer, { operation, request }) =>
    operation === 'getMessages' &&
    answer.status === 404 &&
    !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(String(request.parameters['uid']))
      ? { ...answer, status: 400 }
      : undefined,
};
export default fault;
