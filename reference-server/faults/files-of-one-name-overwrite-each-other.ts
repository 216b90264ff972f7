import type { Fault, Row } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'files-of-one-name-overwrite-each-other',
  dialects: ['rooms'],
  kind: 'media',
  says: 'A file takes the place of those that came before it under the same name.',
  breaks: ['rooms.media.production-serves-the-file'],
  sometimes: 'only in production mode, for files of a name that was there before',
  storeRead(query, rows, { store }) {
    if (query !== 'upload' || rows[0] === undefined) return undefined;
    const sql = 'select * from uploads where name = ? order by id desc limit 1';
    const [newest] = store.database.rows<Row>(sql, String(rows[0]['name']));
    return [{ ...rows[0], id: newest?.['id'] }];
  },
};
export default fault;
