import type { Fault } from '../fault-kit/faults.ts';
import { isFrame } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'receiver-may-announce',
  dialects: ['threads'],
  kind: 'authorisation',
  says: 'The receiver of an upload can announce it.',
  breaks: ['threads.access.only-the-author-announces'],
  decide: (question, _answer, { about, person }) =>
    question === 'author' && isFrame(about) && about['receiver'] === person?.id ? true : undefined,
};
export default fault;
