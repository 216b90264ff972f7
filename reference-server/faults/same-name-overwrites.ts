import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'same-name-overwrites',
  dialects: ['actions'],
  kind: 'media',
  says: 'A file replaces an earlier one of the same name.',
  breaks: ['actions.file.same-name-twice'],
  sometimes: 'only when two files have one name',
  outgoingResponse(answer, { operation, request, store }) {
    if (operation !== 'media' || !Buffer.isBuffer(answer.body)) return undefined;
    const sql =
      'select bytes from uploads where name = (select name from uploads where location = ?) order by id desc limit 1';
    const [newest] = store.database.rows<{ bytes: ArrayBuffer }>(sql, String(request.parameters['*']));
    return newest && { ...answer, body: Buffer.from(newest.bytes) };
  },
};
export default fault;
