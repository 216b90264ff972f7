import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'odd-file-names-are-not-served',
  dialects: ['threads'],
  kind: 'media',
  says: 'A file whose name is not plain is not served.',
  breaks: ['threads.files.odd-names'],
  sometimes: 'only files with spaces or signs in their names',
  outgoingResponse(_answer, { operation, request, store }) {
    if (operation !== 'getAttachedFile') return undefined;
    const { year, minute, day, file } = request.parameters;
    const [row] = store.database.rows<{ name: string }>(
      'select name from uploads where location = ?',
      [year, minute, day, file].join('/'),
    );
    return /^[\w.-]*$/.test(row?.name ?? '') ? undefined : { status: 404, body: { detail: 'Not found.' } };
  },
};
export default fault;
