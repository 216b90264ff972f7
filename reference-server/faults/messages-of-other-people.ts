import type { Fault } from '../fault-kit/faults.ts';
import type { Person } from '../store/changes.ts';

const fault: Fault = {
  name: 'messages-of-other-people',
  dialects: ['threads'],
  kind: 'authorisation',
  says: 'Whoever asks for the messages with somebody is shown what that person last wrote with anybody.',
  breaks: ['threads.access.outsider-sees-no-messages'],
  identify(_person, { request, entrance, store }) {
    if (entrance !== 'getMessages') return undefined;
    const uuid = String(request.parameters['uid']);
    const sql = `select o.* from messages m join people p on p.id in (m.sender, m.receiver)
      join people o on o.id in (m.sender, m.receiver) and o.id != p.id where p.uuid = ? order by m.id desc limit 1`;
    return store.database.rows<Person>(sql, uuid)[0];
  },
};
export default fault;
