import { commonCheck } from '../kit/check.ts';
import type { Entrances } from '../kit/entrances.ts';
import { Failure, given, Unmet } from '../kit/failure.ts';
import { type Call, call, type Reply } from '../kit/http.ts';
import { expectRefused } from '../kit/refusal.ts';
import { altered, garbage, signedByAnother, unsigned } from '../kit/token.ts';
import type { Verbs } from '../kit/verbs.ts';

type Tokens = NonNullable<Verbs['tokens']>;

const bad: { whose: string; of(tokens: Tokens): string | null | undefined }[] = [
  { whose: 'somebody without a token', of: () => null },
  { whose: 'somebody with garbage for a token', of: () => garbage },
  { whose: 'somebody with an expired token', of: ({ expired }) => expired },
  { whose: 'somebody with a token whose signature was altered', of: ({ valid }) => altered(valid) },
  { whose: 'somebody with a token that claims to need no signature', of: ({ valid }) => unsigned(valid) },
  { whose: 'somebody with a token that somebody else signed', of: ({ valid }) => signedByAnother(valid) },
];

commonCheck({
  says: 'No socket that asks for a token takes a bad one.',
  requires: ['auth.bad-tokens-everywhere'],
  catches: [
    'accepts-garbage-tokens',
    'accepts-expired-tokens',
    'ignores-token-signature',
    'accepts-unsigned-tokens',
  ],
  profile: 'standard',
  needs: ({ tokens }) => tokens,
  async run(tokens, { entrances, world }) {
    for (const { id } of world.dialect.channels) {
      for (const { whose, of } of bad) {
        const token = of(tokens);
        if (token === undefined) continue;
        await opens(entrances, id);
        await expectRefused(await entrances.knockAt(id, 'alice', token), `${whose} (${id})`);
      }
    }
  },
});

/** The twin: the same socket with the valid token. */
async function opens({ knockAt }: Entrances, channel: string): Promise<void> {
  const socket = await knockAt(channel, 'alice');
  if (!socket.isOpen)
    throw new Unmet(
      `The ${channel} socket does not open with a valid token either: ${socket.closing?.entry.what ?? 'no answer'}.`,
    );
  await socket.leave();
}

commonCheck({
  says: 'No operation that asks for a token is carried out for a bad one.',
  requires: ['auth.bad-tokens-everywhere'],
  catches: [
    'accepts-http-without-token',
    'accepts-garbage-tokens',
    'accepts-expired-tokens',
    'ignores-token-signature',
    'http-takes-unsigned-tokens',
  ],
  profile: 'standard',
  needs: ({ tokens }) => tokens,
  async run(tokens, { entrances, world }) {
    const ask = (
      operation: (typeof world.dialect.operations)[number],
      given: Partial<Call>,
    ): Promise<Reply> => call(world, operation, { who: 'alice', token: undefined, ...given });
    for (const operation of world.dialect.operations.filter(({ secured }) => secured)) {
      for (const { whose, of } of bad) {
        const token = of(tokens);
        const twin = await entrances.aim(operation.id);
        if (token === undefined || twin === undefined) continue;
        const valid = await ask(operation, { ...twin.call, token: tokens.valid });
        await given(`The same ${operation.id} is not carried out for a valid token either`, async () => {
          if (!(await twin.carriedOut(valid)))
            throw new Unmet(`It was answered with ${valid.problem ?? valid.status}.`);
        });
        const aim = await entrances.aim(operation.id);
        if (aim === undefined) continue;
        const reply = await ask(operation, { ...aim.call, token: token ?? undefined });
        if (!(await aim.carriedOut(reply))) continue;
        reply.entry.offending = true;
        throw new Failure({
          expected: `${operation.id} is refused to ${whose}`,
          received: reply.problem ?? `HTTP ${reply.status}, and it was carried out`,
          because: `${operation.id} was carried out for ${whose}`,
        });
      }
    }
  },
});
