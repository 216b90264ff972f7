import { fieldOf, isFrame } from '../fault-kit/frames.ts';
import type { Liberty } from '../fault-kit/liberties.ts';

const liberty: Liberty = {
  name: 'lists-newest-first',
  dialects: ['rooms', 'threads'],
  says: 'The messages of a conversation are listed from the newest to the oldest.',
  because: 'The document asks for one direction, whichever.',
  outgoingResponse(answer, { operation }) {
    if (operation === 'listMessages') return turned(answer, 'messages');
    if (operation !== 'getMessages' || !isFrame(answer.body)) return undefined;
    const entity = turned({ body: answer.body['entity'] }, 'messages')?.body;
    return entity === undefined ? undefined : { ...answer, body: { ...answer.body, entity } };
  },
};
export default liberty;

function turned<T extends { body?: unknown }>(answer: T, field: string): T | undefined {
  const items = fieldOf(answer.body, field);
  if (!Array.isArray(items) || !isFrame(answer.body)) return undefined;
  return { ...answer, body: { ...answer.body, [field]: items.toReversed() } };
}
