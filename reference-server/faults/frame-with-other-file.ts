import { inFrames } from '../fault-kit/alter.ts';
import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'frame-with-other-file',
  dialects: ['threads'],
  kind: 'media',
  says: 'The frame about an upload has the address of the newest file of its author.',
  breaks: ['threads.files.served-from-the-frame'],
  sometimes: 'only when a newer file was uploaded before the announcement',
  outgoingFrame: inFrames('reMessageFile', (frame, { cause, store }) => {
    const sql = 'select location from uploads where owner = ? order by id desc limit 1';
    const [row] = store.database.rows<{ location: string }>(sql, cause.by?.id ?? 0);
    return row && { ...frame, attached_file_url: `/mediafiles/attachments/${row.location}` };
  }),
};
export default fault;
