import { inBody } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { without } from '../fault-kit/frames.ts';

const fault: Fault = {
  name: 'page-without-count',
  dialects: ['actions'],
  kind: 'schema',
  says: 'The list does not say how many rooms there are.',
  breaks: ['actions.list.page-shape'],
  outgoingResponse: inBody('listRooms', (body) => without(body, 'count')),
};
export default fault;
