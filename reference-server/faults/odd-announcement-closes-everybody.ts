import type { Fault } from '../fault-kit/faults.ts';
import { isFrame } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'odd-announcement-closes-everybody',
  dialects: ['threads'],
  kind: 'robustness',
  says: 'Announcing something that is no id closes the sockets of everybody who knows its sender.',
  breaks: ['threads.robustness.odd-announcement'],
  sometimes: 'only after such a frame',
  decide(question, fits, { about, connections }) {
    if (question !== 'fits' || fits || !(isFrame(about) && about['action'] === 'chat_message_file'))
      return undefined;
    for (const { socket } of connections()) socket.terminate();
    return undefined;
  },
};
export default fault;
