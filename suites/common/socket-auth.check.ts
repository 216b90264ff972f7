import { commonCheck } from '../kit/check.ts';
import { given, Unmet } from '../kit/failure.ts';
import { expectClean, expectRefused } from '../kit/refusal.ts';
import type { Socket } from '../kit/socket.ts';
import { altered, garbage, unsigned } from '../kit/token.ts';
import type { Verbs } from '../kit/verbs.ts';

interface Door {
  knock(token: string | undefined): Promise<Socket>;
  valid: string;
  expired: string | undefined;
}

function doorOf({ knock, tokens }: Verbs): Door | undefined {
  return knock === undefined || tokens === undefined ? undefined : { knock, ...tokens };
}

/** The twin of every refusal: the same socket with the valid token opens. */
async function opensWithValidToken({ knock, valid }: Door): Promise<void> {
  const socket = await knock(valid);
  if (!socket.isOpen)
    throw new Unmet(
      `The same socket with a valid token does not open either: ${socket.closing?.entry.what ?? 'no answer'}.`,
    );
}

const tokens: { slug: string; whose: string; catches: string[]; of(door: Door): string | undefined }[] = [
  {
    slug: 'socket-without-token',
    whose: 'somebody without a token',
    catches: ['accepts-socket-without-token'],
    of: () => undefined,
  },
  {
    slug: 'socket-garbage-token',
    whose: 'somebody with garbage for a token',
    catches: ['accepts-garbage-tokens'],
    of: () => garbage,
  },
  {
    slug: 'socket-expired-token',
    whose: 'somebody with an expired token',
    catches: ['accepts-expired-tokens'],
    of: ({ expired }) => expired,
  },
  {
    slug: 'socket-altered-token',
    whose: 'somebody with a token whose signature was altered',
    catches: ['ignores-token-signature'],
    of: ({ valid }) => altered(valid),
  },
  {
    slug: 'socket-unsigned-token',
    whose: 'somebody with a token that claims to need no signature',
    catches: ['accepts-unsigned-tokens'],
    of: ({ valid }) => unsigned(valid),
  },
];

for (const { slug, whose, catches, of } of tokens) {
  commonCheck({
    says: `The socket of ${whose} is refused or closed.`,
    requires: [`auth.${slug}`],
    catches,
    needs: doorOf,
    async run(door) {
      await opensWithValidToken(door);
      await expectRefused(await door.knock(of(door)), whose);
    },
  });
}

commonCheck({
  says: 'A socket is refused on purpose, not by a crash.',
  requires: ['auth.socket-refuses-cleanly'],
  catches: ['refuses-by-crash'],
  needs: doorOf,
  async run(door) {
    await opensWithValidToken(door);
    for (const token of [undefined, garbage]) {
      const whose = token === undefined ? 'somebody without a token' : 'somebody with garbage for a token';
      const socket = await door.knock(token);
      expectClean(await given('The socket was not refused', () => expectRefused(socket, whose)), whose);
    }
  },
});
