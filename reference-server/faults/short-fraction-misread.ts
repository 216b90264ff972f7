import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'short-fraction-misread',
  dialects: ['dialogues'],
  kind: 'time',
  says: 'A time with one or two digits after the second is read as that many milliseconds.',
  breaks: ['dialogues.received.short-fraction'],
  sometimes: 'When the zeros at the end of a time are left out.',
  incomingFrame: (frame) =>
    /\.\d{1,2}$/.test(String(frame['message'])) && frame['command'] === 'msg_received'
      ? {
          ...frame,
          message: String(frame['message']).replace(
            /\.(\d{1,2})$/,
            (_, digits: string) => `.${digits.padStart(3, '0')}`,
          ),
        }
      : undefined,
};
export default fault;
