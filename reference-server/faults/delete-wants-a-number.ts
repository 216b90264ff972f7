import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'delete-wants-a-number',
  dialects: ['actions'],
  kind: 'edit-delete',
  says: 'The delete button of the example client does nothing, because it sends the id as a text.',
  breaks: ['actions.delete.id-as-text'],
  sometimes: 'only when the id is a text',
  incomingFrame: (frame) =>
    frame['action'] === 'delete' && typeof frame['message_id'] === 'string' ? null : undefined,
};
export default fault;
