import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'selects-no-subprotocol',
  dialects: ['actions'],
  kind: 'connection',
  says: 'The server takes the connection and selects none of the subprotocols, so that a browser drops it.',
  breaks: ['actions.auth.socket-selects-bearer'],
  upgrade: (handshake) => (handshake.status === 101 ? { ...handshake, protocol: undefined } : undefined),
};
export default fault;
