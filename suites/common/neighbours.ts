// Alice and bob: he sends whatever it is, and she, who has done nothing, is served as before.
import { Failure, given, Unmet } from '../kit/failure.ts';
import type { Verbs } from '../kit/verbs.ts';
import type { Try } from './frames.ts';
import { expectToStay, works } from './poison.ts';

export interface Neighbours {
  verbs: Verbs;
  /** Bob sends these on a socket of this channel; a Failure when alice, or bob on new sockets, suffers from it. */
  bear(channel: string, frames: readonly Try[]): Promise<void>;
  areWell(): Promise<boolean>;
}

export async function neighboursOf(verbs: Verbs): Promise<Neighbours> {
  const { knockAt } = verbs.entrances;
  let [alice, bob] = await Promise.all([verbs.join('alice'), verbs.join('bob')]);
  await given('Two people do not hear each other', () => works(bob, alice, verbs));

  const looksWell = async (): Promise<void> => {
    expectToStay(alice);
    if (!bob.out.isOpen || !bob.ear.isOpen) bob = await verbs.join('bob');
    await works(bob, alice, verbs);
    expectToStay(alice);
  };
  const send = async (channel: string, frames: readonly Try[]): Promise<boolean> => {
    const socket = await knockAt(channel, 'bob');
    for (const { frame } of frames) if (socket.isOpen) socket.send(frame);
    const closed = !socket.isOpen;
    // The closing handshake comes after everything before it.
    await socket.leave();
    return closed || ![1000, 1005].includes(socket.closing?.code ?? 0);
  };
  return {
    verbs,
    async bear(channel, frames) {
      const closed = await send(channel, frames);
      // A server that closes for one of them has not looked at the others.
      if (closed && frames.length > 1) for (const one of frames) await send(channel, [one]);
      await looksWell();
    },
    async areWell() {
      try {
        if (!alice.ear.isOpen || !alice.out.isOpen) alice = await verbs.join('alice');
        await looksWell();
        return true;
      } catch (error) {
        if (error instanceof Failure || error instanceof Unmet) return false;
        throw error;
      }
    },
  };
}
