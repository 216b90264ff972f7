import type { Fault, Frame } from '../fault-kit/faults.ts';
import { withItems } from '../fault-kit/frames.ts';

function respelled(frame: Frame): Frame {
  const time = frame['sent_timestamp'];
  if (typeof time !== 'string') return frame;
  return { ...frame, sent_timestamp: `${time.replace(' ', 'T').replace('Z', '')}+00:00` };
}

const fault: Fault = {
  name: 'times-with-offset',
  dialects: ['dialogues'],
  kind: 'time',
  says: 'Every time is spelled with an offset instead of Z or nothing.',
  breaks: [
    'dialogues.delivery.frame-values',
    'dialogues.sent.frame-values',
    'dialogues.received.frame-values',
    'dialogues.read.frame-values',
    'dialogues.typing.frame-values',
    'dialogues.errors.frame-values',
    'dialogues.fetch.answer-values',
    'dialogues.groups.fetch-answer-values',
    'dialogues.groups.msg-sent-values',
  ],
  outgoingFrame(frame) {
    const messages = withItems(frame['messages'], respelled);
    return messages === undefined ? respelled(frame) : { ...frame, messages };
  },
};
export default fault;
