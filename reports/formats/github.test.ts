import { expect, it } from 'vitest';
import { hostileReport } from '../testing/hostile.ts';
import { sampleReport } from '../testing/sample.ts';
import { format } from './github.ts';

const lines = (report = sampleReport()) =>
  format.render(report, { colour: false, width: 80 }).trimEnd().split('\n');

it('annotates what broke first, then what warned and what was not judged', () => {
  expect(lines().map((line) => line.replace(/::[^:]*$/, '').slice(0, 90))).toMatchInlineSnapshot(`
    [
      "::error title=baseline%3A rooms.media.check-url-says-expired::rooms.media.check-url-says-e",
      "::error title=receipts.history.newest-first-at-most-50 (failed)::✗ receipts.history.newest",
      "::error title=receipts.history.created-at-is-an-instant (failed)::✗ receipts.history.creat",
      "::error title=receipts.status.read-when-present (harness error)::A message becomes \`read\` ",
      "::warning title=receipts.delivery.two-sockets (warned)::! receipts.delivery.two-sockets   ",
      "::warning title=receipts.auth.expired-token (not judged)::A socket with an expired token i",
      "::error title=chatproof%3A not conformant",
    ]
  `);
});

it('carries the standard lines in one command', () => {
  const line = lines().find((one) => one.includes('newest-first')) ?? '';
  expect(line).toMatch(
    /^::error title=receipts\.history\.newest-first-at-most-50 \(failed\)::✗ .*%0A {2}because {3}item 1/,
  );
});

it('gives no command that a target sent', () => {
  const hostile = lines(hostileReport());
  expect(hostile).toHaveLength(lines().length);
  for (const line of hostile) expect(line).toMatch(/^::(error|warning|notice) title=[^:,\n]*::[^\n]*$/);
  expect(hostile.join('')).not.toMatch(/\p{Cc}|\p{Cs}/u);
});
