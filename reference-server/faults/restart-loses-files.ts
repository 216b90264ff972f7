import type { Fault } from '../fault-kit/faults.ts';

const started = Date.now() * 1000;

const fault: Fault = {
  name: 'restart-loses-files',
  dialects: ['actions', 'threads', 'rooms'],
  kind: 'persistence',
  says: 'After a restart the files from before it are gone.',
  breaks: [
    'actions.durability.files-survive-restart',
    'threads.durability.attachment-survives-restart',
    'rooms.durability.file-survives-restart',
  ],
  sometimes: 'when the server is started again',
  storeRead: (query, rows) =>
    query === 'upload' ? rows.filter(({ createdAt }) => Number(createdAt) >= started) : undefined,
};
export default fault;
