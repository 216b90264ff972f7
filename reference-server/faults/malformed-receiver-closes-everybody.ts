import type { Fault } from '../fault-kit/faults.ts';
import { isFrame } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'malformed-receiver-closes-everybody',
  dialects: ['threads'],
  kind: 'robustness',
  says: 'A message to something that is no UUID closes the sockets of everybody who knows its sender.',
  breaks: ['threads.robustness.malformed-receiver'],
  sometimes: 'only after such a frame',
  decide(question, fits, { about, connections }) {
    if (
      question !== 'fits' ||
      fits ||
      !(isFrame(about) && about['action'] === 'chat_message' && typeof about['receiver_id'] !== 'object')
    )
      return undefined;
    for (const { socket } of connections()) socket.terminate();
    return undefined;
  },
};
export default fault;
