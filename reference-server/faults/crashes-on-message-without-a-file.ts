import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'crashes-on-message-without-a-file',
  dialects: ['rooms'],
  kind: 'robustness',
  says: 'Asking for the URL of a message without a file is answered with an error of the server.',
  breaks: ['rooms.robustness.bad-list-or-url-request'],
  sometimes: 'only for messages of text',
  outgoingResponse(answer, { operation, request, store }) {
    if (!operation.endsWith('Url')) return undefined;
    const id = String(request.parameters['message_id']);
    const ofText = "select id from messages where id = ? and extra = '{}'";
    return store.database.row(ofText, id) === undefined ? undefined : { ...answer, status: 500 };
  },
};
export default fault;
