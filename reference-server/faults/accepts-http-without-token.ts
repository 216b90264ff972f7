import type { Fault } from '../fault-kit/faults.ts';
import { tokenOf } from '../fault-kit/tokens.ts';
import { isUpgrade, lastKnown, remember } from '../fault-kit/who.ts';

const fault: Fault = {
  name: 'accepts-http-without-token',
  dialects: ['actions', 'receipts', 'rooms', 'threads'],
  kind: 'authentication',
  says: 'A request without a token is carried out for whoever asked before.',
  breaks: [
    '*.auth.bad-tokens-everywhere',
    'receipts.auth.create-room-without-token',
    'receipts.auth.edit-without-token',
    'receipts.auth.delete-without-token',
    'threads.auth.messages-without-token',
    'threads.auth.threads-without-token',
    'threads.auth.upload-without-token',
    'rooms.auth.conversations-without-token',
    'rooms.auth.messages-without-token',
    'actions.auth.list-without-token',
    'actions.auth.delete-room-without-token',
  ],
  identify(person, context) {
    const { request } = context;
    if (person !== undefined) remember(person, context);
    return person === undefined && !isUpgrade(request) && tokenOf(request) === undefined
      ? lastKnown(context)
      : undefined;
  },
};
export default fault;
