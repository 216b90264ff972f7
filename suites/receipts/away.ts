// Bob is away. No document says how soon a departure counts, so alice writes until two messages in a row stay
// unread; only a departure that is never noticed, or not by every message, is a finding.
import { Failure, given } from '../kit/failure.ts';
import { type Judge, sameId } from '../kit/match.ts';
import type { Id } from '../kit/people.ts';
import type { Cast, Message } from './driver.ts';
import type { Seat } from './seat.ts';

const mostTries = 500;

/** For the frames that bring or mark a message. */
export const about = (id: Id): { message: { message_id: Judge } } => ({
  message: { message_id: sameId(id) },
});

/** Alice writes twice; the marks of both have come, whichever came first, and then whatever else the first one causes. */
async function writesTwice(cast: Cast, a: Seat): Promise<[Message, Message]> {
  const message = await cast.message(a, a);
  const later = await cast.message(a, a);
  await given('The marks of a message did not come', () =>
    Promise.all([message, later].map(({ id }) => a.hears('delivered', about(id)))),
  );
  await cast.fence(a, a);
  return [message, later];
}

/** The first of two messages in a row that stay unread; a Failure when that never happens. */
export async function unread(cast: Cast, a: Seat, why: string): Promise<Message> {
  const began = performance.now();
  let tries = 0;
  while (tries < mostTries && (tries === 0 || performance.now() - began < cast.world.patience.ms)) {
    const both = await writesTwice(cast, a);
    tries += 1;
    if (!both.some(({ id }) => a.all('read', about(id)).length > 0)) return both[0];
  }
  throw new Failure({
    expected: 'two messages in a row stay unread',
    received: `of ${tries} pairs of messages, at least one each was marked as read`,
    because: `messages are marked as read although ${why}`,
  });
}
