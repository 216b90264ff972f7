import type { Fault } from '../fault-kit/faults.ts';
import { isFrame } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'unknown-person-answers-200',
  dialects: ['threads'],
  kind: 'status-code',
  says: 'Asking for the messages with an id that nobody has answers 200 and no messages.',
  breaks: ['threads.history.unknown-person'],
  outgoingResponse: (answer, { operation }) =>
    operation === 'getMessages' && answer.status === 404 && isFrame(answer.body)
      ? {
          status: 200,
          body: {
            status: 'success',
            entity: { messages: [] },
            message: 'Messages retreived successfully',
            success: true,
          },
        }
      : undefined,
};
export default fault;
