import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'malformed-person-answers-html',
  dialects: ['threads'],
  kind: 'schema',
  says: 'Asking for the messages with something that is not a UUID answers 404 with a page.',
  breaks: ['threads.history.malformed-person'],
  outgoingResponse: (answer, { operation, request }) =>
    operation === 'getMessages' &&
    answer.status === 404 &&
    !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(String(request.parameters['uid']))
      ? { status: 404, body: '<h1>Not Found</h1>' }
      : undefined,
};
export default fault;
