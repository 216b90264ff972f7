// Bob is away. No document says how soon a departure counts, so alice writes until a message stays unread; only a
// departure that is never noticed is a finding.
import { Failure, given } from '../kit/failure.ts';
import type { Cast, Message } from './cast.ts';
import type { Seat } from './seat.ts';
import { about } from './wire.ts';

const mostTries = 500;

/** Alice writes, and after a later message of hers everything that the first one causes has come. */
export async function writes({ world, message, fence }: Cast, a: Seat): Promise<Message> {
  const sent = await message(a, a);
  const later = await message(a, a);
  const { missing } = world.run;
  if (!missing.has('marks')) {
    const mark = await a.until(
      () => a.all('delivered', about(later.id))[0] ?? a.all('read', about(later.id))[0],
    );
    // A target that marks nothing while the other is away is not waited for again.
    if (mark === undefined) missing.add('marks');
  }
  await fence(a, a);
  return sent;
}

export function isRead(a: Seat, { id }: Message): boolean {
  return a.all('read', about(id)).length > 0;
}

/** The first message that stays unread; a Failure when none does. */
export async function unread(cast: Cast, a: Seat, why: string): Promise<Message> {
  const began = performance.now();
  let tries = 0;
  while (tries < mostTries && (tries === 0 || performance.now() - began < cast.world.patience.ms)) {
    const message = await writes(cast, a);
    tries += 1;
    if (!isRead(a, message)) return message;
  }
  throw new Failure({
    expected: 'a message stays unread',
    received: `${tries} messages in a row were marked as read`,
    because: `messages are marked as read although ${why}`,
  });
}

/** Once it is known that bob is away, nothing more is marked as read. */
export async function stayUnread(cast: Cast, a: Seat, why: string): Promise<void> {
  for (let n = 1; n <= 3; n += 1) {
    const message = await given('A message could not be sent', () => writes(cast, a));
    if (isRead(a, message))
      throw new Failure({
        expected: 'the message stays unread',
        received: 'it was marked as read',
        because: `a message was marked as read although ${why}`,
      });
  }
}
