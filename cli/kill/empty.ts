import type { Fault } from '../../reference-server/fault-kit/faults.ts';

/** A control: it does nothing, so that no check may go red at it. */
export const empty: Fault = {
  name: 'no fault at all',
  dialects: 'all',
  kind: 'schema',
  says: 'Nobody notices anything.',
  breaks: [],
  outgoingFrame: () => undefined,
  incomingFrame: () => undefined,
  outgoingResponse: () => undefined,
  storeWrite: () => undefined,
  storeRead: () => undefined,
  decide: () => undefined,
  audience: () => undefined,
  identify: () => undefined,
  upgrade: () => undefined,
  clock: () => undefined,
};
