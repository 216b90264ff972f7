import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'refresh-is-forgotten',
  dialects: ['rooms'],
  kind: 'media',
  says: 'That a URL was refreshed is not kept, so that it wants refreshing again.',
  breaks: ['rooms.media.refresh-is-lasting'],
  sometimes: 'only in production mode, once a URL has expired',
  storeWrite: (change, { cause }) =>
    change.kind === 'change message' && cause.operation === 'refreshUrl' ? null : undefined,
};
export default fault;
