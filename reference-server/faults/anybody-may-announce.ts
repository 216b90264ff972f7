import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'anybody-may-announce',
  dialects: ['threads'],
  kind: 'authorisation',
  says: 'Anybody can announce an upload.',
  breaks: ['threads.access.only-the-author-announces'],
  decide: (question) => (question === 'author' ? true : undefined),
};
export default fault;
