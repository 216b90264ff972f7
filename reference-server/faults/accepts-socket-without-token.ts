import type { Fault } from '../fault-kit/faults.ts';
import { tokenOf } from '../fault-kit/tokens.ts';
import { isUpgrade, lastKnown, remember } from '../fault-kit/who.ts';

const fault: Fault = {
  name: 'accepts-socket-without-token',
  dialects: ['actions', 'receipts', 'rooms', 'threads'],
  kind: 'authentication',
  says: 'A socket opens without a token, as whoever was there before.',
  breaks: ['*.auth.socket-without-token', 'rooms.auth.notifications-without-token'],
  identify(person, context) {
    const { request } = context;
    if (person !== undefined) remember(person, context);
    return person === undefined && isUpgrade(request) && tokenOf(request) === undefined
      ? lastKnown(context)
      : undefined;
  },
};
export default fault;
