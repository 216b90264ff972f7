import { inBody } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'check-answers-without-field',
  dialects: ['rooms'],
  kind: 'schema',
  says: 'Checking a URL answers an empty object.',
  breaks: ['rooms.media.check-answer-shape'],
  outgoingResponse: inBody('checkUrl', () => ({})),
};
export default fault;
