// "The connection is closed", judged: a refused upgrade or a close within patience counts, however it comes about.
import { Failure } from './failure.ts';
import type { Closing, Socket } from './socket.ts';

/** The target does not let this socket live. */
export async function expectRefused(socket: Socket, whose: string, requirement?: string): Promise<Closing> {
  const closing = await socket.closes();
  if (closing !== undefined && (closing.how !== 'refused' || closing.code >= 400)) return closing;
  throw new Failure({
    expected: `the socket of ${whose} is refused or closed`,
    received: closing === undefined ? 'the socket stays open' : closing.entry.what,
    because:
      closing === undefined
        ? `the socket of ${whose} stays open`
        : `the upgrade of ${whose} was answered with HTTP ${closing.code}`,
    requirement,
  });
}

/** The refusal was meant: not a crash that happens to end the connection. */
export function expectClean(closing: Closing, whose: string, requirement?: string): void {
  const crash =
    closing.how === 'lost' || (closing.how === 'refused' && closing.code >= 500) || closing.code === 1011;
  if (!crash) return;
  closing.entry.offending = true;
  throw new Failure({
    expected: `the socket of ${whose} is refused on purpose`,
    received: closing.entry.what,
    because: `the socket of ${whose} ended by a crash: ${closing.entry.what}`,
    requirement,
  });
}
