import { expect, it } from 'vitest';
import { isTouched } from './changed.ts';
import { everyCheck, everyFault } from './indexes.ts';

const [faults, checks] = await Promise.all([everyFault(), everyCheck()]);

/** How many faults of a dialect are tried again after a change of this file. */
function touched(file: string, dialect = 'receipts'): number {
  const own = faults.filter(({ dialects }) => dialects.includes(dialect));
  return own.filter((fault) => isTouched([file], fault, dialect, checks)).length;
}

it.each([
  'suites/kit/socket.ts',
  'suites/history/crowd.ts',
  'suites/common/poison.ts',
  'suites/receipts/cast.ts',
  'reference-server/hub.ts',
  'reference-server/dialects/receipts/room.ts',
])('tries a sample again after a change of %s', (file) => {
  expect(touched(file)).toBeGreaterThan(5);
  expect(touched(file)).toBeLessThan(30);
});

it('tries what a check has to catch, and the fault itself', () => {
  expect(touched('suites/receipts/edit.check.ts')).toBeGreaterThan(5);
  expect(touched('suites/common/delivery.check.ts')).toBeGreaterThan(5);
  expect(touched('reference-server/faults/edit-not-stored.ts')).toBe(1);
});

it('tries nothing after a change of a text, of a test or of another dialect', () => {
  for (const file of ['README.md', 'suites/kit/socket.test.ts', 'suites/rooms/cast.ts'])
    expect(touched(file), file).toBe(0);
});
