import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'leaks-to-other-rooms',
  dialects: ['actions', 'receipts', 'rooms'],
  kind: 'leak',
  says: 'Somebody who is in several rooms at once hears the messages of one of them in all of them.',
  breaks: [
    'receipts.delivery.stays-in-the-room',
    'actions.delivery.stays-in-the-room',
    'rooms.delivery.stays-off-other-rooms',
  ],
  audience(told, { delivers, connections }) {
    if (!delivers) return undefined;
    const people = new Set(told.map(({ me }) => me.id));
    const channels = new Set(told.map(({ channel }) => channel));
    return connections().filter(({ me, channel }) => people.has(me.id) && channels.has(channel));
  },
};
export default fault;
