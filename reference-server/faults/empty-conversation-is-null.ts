import { inBody } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { isFrame } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'empty-conversation-is-null',
  dialects: ['threads'],
  kind: 'schema',
  says: 'Instead of no messages there is null.',
  breaks: ['threads.history.empty-conversation'],
  sometimes: 'only before the first message',
  outgoingResponse: inBody('getMessages', (body) => {
    const messages = isFrame(body['entity']) ? body['entity']['messages'] : undefined;
    return Array.isArray(messages) && messages.length === 0
      ? { ...body, entity: { messages: null } }
      : undefined;
  }),
};
export default fault;
