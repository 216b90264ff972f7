import type { Fault } from '../fault-kit/faults.ts';

const fault: Fault = {
  name: 'leaks-to-everybody',
  dialects: 'all',
  kind: 'leak',
  says: 'Everybody who is connected hears every message, whomever it is for.',
  breaks: [
    'receipts.delivery.stays-in-the-room',
    'actions.delivery.stays-in-the-room',
    'threads.access.outsider-hears-nothing',
    'dialogues.delivery.reaches-nobody-else',
    'rooms.delivery.stays-between-the-two',
    'rooms.delivery.stays-off-other-rooms',
    'dialogues.groups.reaches-nobody-else',
    'dialogues.groups.to-is-the-hearer',
    'dialogues.groups.exactly-once',
  ],
  audience(told, { delivers, connections }) {
    const [first] = told;
    if (!delivers || first === undefined) return undefined;
    return connections().filter(({ channel }) => channel === first.channel);
  },
};
export default fault;
