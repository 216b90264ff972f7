// The receipts dialect without the suites: one session of alice, bob and carol, with and without a fault.
import { expect, it } from 'vitest';
import { faultsOf } from './fault-kit/fault-files.ts';
import { hardships } from './testing/hardships.ts';
import { session } from './testing/session.ts';
import { play } from './testing/stage.ts';
import { elsewhere } from './testing/wire.ts';

const faults = await faultsOf('receipts');
// What this does is shown in at-once.wire.test.ts.
const late = 'acknowledge-before-stored';

const clean = await session();
const hard = hardships(
  ({ open, rooms: [room], people: [alice, bob] }) => ({
    enter: async (who, as) => {
      const token = (who === 'alice' ? alice : bob)?.token;
      return [await open(as, `/ws/chat/${room}/`, { headers: { authorization: `Bearer ${token}` } })];
    },
    say: (_, message) => ({ message }),
    path: '/en/api/v1/messages/1/edit',
    ...(alice !== undefined && { token: alice.token }),
  }),
  { rooms: [['p1', 'p2']] },
);
const cleanHard: string[][] = [];
for (const scene of hard) cleanHard.push(await play('receipts', scene));

it('looks the same twice without a fault', async () => {
  expect(await session()).toEqual(clean);
  for (const [at, scene] of hard.entries()) expect(await play('receipts', scene)).toEqual(cleanHard[at]);
});

it.each(
  faults
    .filter(({ name }) => name !== late && !elsewhere.has(name))
    .map((fault) => [fault.name, fault] as const),
)('looks different with %s', async (_name, fault) => {
  let isSeen = JSON.stringify(await session(fault)) !== JSON.stringify(clean);
  for (const [at, scene] of hard.entries()) {
    if (isSeen) break;
    const seen = await play('receipts', scene, async () => fault);
    isSeen = JSON.stringify(seen) !== JSON.stringify(cleanHard[at]);
  }
  expect(isSeen).toBe(true);
});
