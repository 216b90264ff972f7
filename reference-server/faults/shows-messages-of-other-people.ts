import type { Fault } from '../fault-kit/faults.ts';
import type { Person } from '../store/changes.ts';

const fault: Fault = {
  name: 'shows-messages-of-other-people',
  dialects: ['rooms'],
  kind: 'authorisation',
  says: 'Whoever asks for the messages with somebody is shown what that person last wrote with anybody.',
  breaks: ['rooms.access.messages-are-ones-own'],
  identify(person, { request, entrance, store }) {
    if (entrance !== 'listMessages' || person === undefined) return undefined;
    const sql = `select o.* from messages m join people p on p.id in (m.sender, m.receiver)
      join people o on o.id in (m.sender, m.receiver) and o.id != p.id where p.username = ? order by m.id desc limit 1`;
    return store.database.rows<Person>(sql, String(request.parameters['room']))[0];
  },
};
export default fault;
