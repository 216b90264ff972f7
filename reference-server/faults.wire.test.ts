// Without the suites: one session of alice, bob and carol in a room, as it looks on the wire, with and without a fault.
import { expect, it } from 'vitest';
import { faultsOf } from './fault-kit/fault-files.ts';
import { session } from './testing/session.ts';

const faults = await faultsOf('receipts');
// What these do needs a crash, or a moment that a short session does not have.
const elsewhere = new Set(['acknowledge-before-stored']);

const clean = await session();

it('looks the same twice without a fault', async () => {
  expect(await session()).toEqual(clean);
});

it.each(faults.filter(({ name }) => !elsewhere.has(name)).map((fault) => [fault.name, fault] as const))(
  'looks different with %s',
  async (_name, fault) => {
    expect(await session(fault)).not.toEqual(clean);
  },
);
