import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'selects-the-token',
  dialects: ['actions'],
  kind: 'connection',
  says: 'The server repeats the token in the answer to the upgrade.',
  breaks: ['actions.auth.socket-selects-bearer'],
  upgrade: (handshake, { request }) =>
    handshake.status === 101 ? { ...handshake, protocol: request.protocols[1] } : undefined,
};
export default fault;
