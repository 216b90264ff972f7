import { inBody } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'check-answers-a-word',
  dialects: ['rooms'],
  kind: 'schema',
  says: 'Checking a URL answers a word instead of true or false.',
  breaks: ['rooms.media.check-answer-shape'],
  outgoingResponse: inBody('checkUrl', (body) => ({
    ...body,
    refresh_url: body['refresh_url'] === true ? 'yes' : 'no',
  })),
};
export default fault;
