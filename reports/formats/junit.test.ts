import { expect, it } from 'vitest';
import { hostileReport } from '../testing/hostile.ts';
import { sampleReport } from '../testing/sample.ts';
import { format } from './junit.ts';

const render = (report = sampleReport()) => format.render(report, { colour: false, width: 80 });

/** One test case as the lines of the file. */
function testCase(id: string): string {
  return new RegExp(`<testcase name="${id}"[\\s\\S]*?</testcase>`).exec(render())?.[0] ?? 'no such case';
}

it('tells a failure with its level and its standard lines', () => {
  expect(testCase('receipts.history.newest-first-at-most-50')).toMatchInlineSnapshot(`
    "<testcase name="receipts.history.newest-first-at-most-50" classname="receipts.history" time="0.403">
    <properties>
    <property name="level" value="must"/>
    <property name="evidence" value="stated"/>
    <property name="source" value="receipts.md:121"/>
    <property name="verdict" value="fail"/>
    <property name="says" value="On connect the server sends one JSON array with at most the 50 newest messages of the room, newest first."/>
    </properties>
    <failure type="must" message="item 1 (…12:00:01.120Z) is newer than item 0 (…12:00:01.090Z)">✗ receipts.history.newest-first-at-most-50          must · stated · receipts.md:121 · reproduced 3/3
      On connect the server sends one JSON array with at most the 50 newest messages of the room, newest
      first.
      sent      alice → /ws/chat/7/ (connect)                                                    t+14 ms
      expected  one array, created_at descending
      received  alice ← [41 messages, created_at ascending from index 0]                         t+26 ms
      because   item 1 (…12:00:01.120Z) is newer than item 0 (…12:00:01.090Z)
      again     npx chatproof check receipts --target http://chat.example.test:8000 --only receipts.history.newest-first-at-most-50 --seed 4711</failure>
    </testcase>"
  `);
});

it.each([
  ['receipts.auth.expired-token', /<error type="inconclusive" message="The fence after/],
  ['receipts.status.read-when-present', /<error type="harness-error" message="people.json has no/],
  ['receipts.history.survives-a-restart', /<skipped message="No check covers it: the target has/],
  ['receipts.edit.is-announced', /<skipped message="known: Ticket 812/],
  ['receipts.delivery.two-sockets', /<system-out>! receipts.delivery.two-sockets/],
])('writes %s as what it is', (id, expected) => {
  expect(testCase(id)).toMatch(expected);
  expect(testCase(id)).not.toContain('<failure');
});

it('counts what it holds', () => {
  const xml = render();
  const [, tests, failures, errors, skipped] =
    /<testsuites name="chatproof" tests="(\d+)" failures="(\d+)" errors="(\d+)" skipped="(\d+)"/.exec(xml) ??
    [];
  const held = (tag: string) => String(xml.match(new RegExp(`<${tag}[ >]`, 'g'))?.length ?? 0);
  expect([tests, failures, errors, skipped]).toEqual(['testcase', 'failure', 'error', 'skipped'].map(held));
});

it('groups by dialect and area, and shows a stale baseline as a failure', () => {
  expect([...render().matchAll(/<testsuite name="([^"]*)"/g)].map(([, name]) => name)).toEqual([
    'receipts.auth',
    'receipts.history',
    'receipts.delivery',
    'receipts.edit',
    'receipts.status',
    'receipts.text',
    'rooms.presence',
    'rooms.unread',
    'rooms.media',
    'baseline',
  ]);
  expect(render()).toContain('<failure type="baseline" message="passes now: take it off the baseline.">');
});

it('holds no character that XML forbids and no markup of a target', () => {
  const xml = render(hostileReport());
  expect(xml).not.toMatch(/(?!\n)\p{Cc}|\p{Cs}|[\ufffe\uffff]/u);
  expect(xml).not.toMatch(/\]\]>|<failure\/>|<script|<img|<!--/);
});
