import type { Fault } from '../fault-kit/faults.ts';
import { tokenOf } from '../fault-kit/tokens.ts';
import type { Person } from '../store/changes.ts';

const fault: Fault = {
  name: 'deletes-rooms-without-token',
  dialects: ['actions'],
  kind: 'authentication',
  says: 'Anybody can delete a room without being known.',
  breaks: ['actions.auth.delete-room-without-token'],
  identify(person, { entrance, request, store }) {
    if (person !== undefined || entrance !== 'deleteRoom' || tokenOf(request) !== undefined) return undefined;
    const sql =
      'select p.* from people p join members m on m.person = p.id where m.conversation = ? order by p.id limit 1';
    return store.database.rows<Person>(sql, Number(request.parameters['room_id']))[0];
  },
};
export default fault;
