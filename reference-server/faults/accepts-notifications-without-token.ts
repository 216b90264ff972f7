import type { Fault } from '../fault-kit/faults.ts';
import { tokenOf } from '../fault-kit/tokens.ts';
import { lastKnown, remember } from '../fault-kit/who.ts';

const fault: Fault = {
  name: 'accepts-notifications-without-token',
  dialects: ['rooms'],
  kind: 'authentication',
  says: 'A notification socket needs no token: it tells the counts of whoever was there before.',
  breaks: ['rooms.auth.notifications-without-token'],
  sometimes: 'only the notification sockets',
  identify(person, context) {
    const { request, entrance } = context;
    if (person !== undefined) remember(person, context);
    return person === undefined && /notifications$/i.test(entrance) && tokenOf(request) === undefined
      ? lastKnown(context)
      : undefined;
  },
};
export default fault;
