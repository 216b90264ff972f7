import type { Connection } from '../connection.ts';
import type { Fault } from '../fault-kit/faults.ts';
import { isGarbage, tokenOf } from '../fault-kit/tokens.ts';
import { lastKnown, remember } from '../fault-kit/who.ts';

const isUntrusted = (token: string | undefined): boolean => token === undefined || isGarbage(token);

const fault: Fault = {
  name: 'takes-messages-of-refused-sockets',
  dialects: ['rooms'],
  kind: 'authorisation',
  says: 'Somebody without a valid token is thrown out a tenth of a second late, and until then what they write arrives.',
  breaks: ['rooms.access.refused-socket-cannot-send'],
  identify(person, context) {
    if (person !== undefined) remember(person, context);
    if (person !== undefined || context.entrance !== 'room') return undefined;
    const isRefused = ({ head }: Connection): boolean => isUntrusted(tokenOf(head));
    context.later(100, () => {
      for (const { socket } of context.connections().filter(isRefused)) socket.close(4001);
    });
    return lastKnown(context);
  },
  outgoingFrame: (_frame, { to }) => (isUntrusted(tokenOf(to.head)) ? null : undefined),
};
export default fault;
