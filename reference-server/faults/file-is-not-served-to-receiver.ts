import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'file-is-not-served-to-receiver',
  dialects: ['threads'],
  kind: 'media',
  says: 'Only the one who uploaded a file can fetch it.',
  breaks: ['threads.files.served-from-the-frame'],
  sometimes: 'only for the receiver',
  outgoingResponse(_answer, { operation, request, cause, store }) {
    if (operation !== 'getAttachedFile') return undefined;
    const { year, minute, day, file } = request.parameters;
    const [row] = store.database.rows<{ owner: number }>(
      'select owner from uploads where location = ?',
      [year, minute, day, file].join('/'),
    );
    return row?.owner === cause.by?.id ? undefined : { status: 403, body: { detail: 'Not yours.' } };
  },
};
export default fault;
