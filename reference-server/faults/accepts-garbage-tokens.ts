import type { Fault } from '../fault-kit/faults.ts';
import { isGarbage, tokenOf } from '../fault-kit/tokens.ts';
import { lastKnown, remember } from '../fault-kit/who.ts';

const fault: Fault = {
  name: 'accepts-garbage-tokens',
  dialects: ['actions', 'receipts', 'rooms', 'threads'],
  kind: 'authentication',
  says: 'Anything in place of a token is as good as the token that was there before.',
  breaks: [
    '*.auth.bad-tokens-everywhere',
    '*.auth.socket-garbage-token',
    'receipts.auth.edit-with-garbage-token',
    'threads.auth.http-garbage-token',
    'rooms.auth.lists-with-garbage-token',
    'rooms.auth.notifications-garbage-token',
    'actions.auth.list-with-garbage-token',
  ],
  identify(person, context) {
    const { request } = context;
    if (person !== undefined) remember(person, context);
    return person === undefined && isGarbage(tokenOf(request)) ? lastKnown(context) : undefined;
  },
};
export default fault;
