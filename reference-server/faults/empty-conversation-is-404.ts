import type { Fault } from '../fault-kit/faults.ts';
import { isFrame } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'empty-conversation-is-404',
  dialects: ['threads'],
  kind: 'status-code',
  says: 'Asking for the messages with somebody to whom one never wrote answers 404.',
  breaks: ['threads.history.empty-conversation'],
  sometimes: 'only before the first message',
  outgoingResponse(answer, { operation }) {
    if (operation !== 'getMessages' || !isFrame(answer.body) || !isFrame(answer.body['entity']))
      return undefined;
    const { messages } = answer.body['entity'];
    if (!Array.isArray(messages) || messages.length > 0) return undefined;
    const body = { status: 'failure', entity: null, message: 'Invalid receipient', success: false };
    return { ...answer, status: 404, body };
  },
};
export default fault;
