import { withItems } from '../fault-kit/frames.ts';
import type { Liberty } from '../fault-kit/liberties.ts';

const liberty: Liberty = {
  name: 'spells-times-either-way',
  dialects: ['actions', 'receipts'],
  says: 'Every other history shows its times in milliseconds and with a Z.',
  because: 'The document shows both spellings, and times are compared as instants.',
  outgoingFrame(frame, { message, memory }) {
    if (message !== 'history') return undefined;
    const turn = memory.get('turn') !== true;
    memory.set('turn', turn);
    return turn
      ? withItems(frame, (item) => ({
          ...item,
          created_at: inMilliseconds(item['created_at']),
          updated_at: inMilliseconds(item['updated_at']),
        }))
      : undefined;
  },
};
export default liberty;

function inMilliseconds(time: unknown): unknown {
  const at = Date.parse(String(time));
  return Number.isNaN(at) ? time : new Date(at).toISOString();
}
