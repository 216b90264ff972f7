import { expect, it } from 'vitest';
import { knitting } from '../../specs/kit/testing/knitting.ts';
import type { IndexedCheck } from './coverage.ts';
import { rendered as explained } from './explain.ts';
import { listed, rendered } from './list.ts';

const dialect: typeof knitting = {
  ...knitting,
  requirements: [
    {
      id: 'knitting.rows.in-order',
      level: 'must',
      evidence: 'stated',
      says: 'Rows arrive in the order in which they were knitted.',
      source: 'knitting.md:1',
      reading: 'Order is read as the order of sending.',
      accepts: [{ name: 'rows-reversed', says: 'Rows arrive last to first.' }],
      needs: [],
      wire: true,
    },
    {
      id: 'knitting.rows.warm',
      level: 'may',
      evidence: 'practice',
      says: 'Rows are warm.',
      source: 'knitting.md:1',
      accepts: [],
      needs: [],
      untested: 'Warmth cannot be seen from outside.',
      wire: false,
    },
  ],
};

const check: IndexedCheck = {
  id: 'knitting/rows/order',
  file: 'suites/knitting/rows.check.ts',
  says: 'Three rows arrive in order.',
  requires: ['knitting.rows.in-order'],
  catches: ['shuffle'],
};

it('lists the figures of a dialect and its requirements with their checks', () => {
  expect(rendered([dialect], [check])).toMatchInlineSnapshot(`
    "knitting: knitting.md, 1 HTTP operation, 1 channel, 6 messages, 2 requirements
      must    knitting.rows.in-order  (1 check)
      may     knitting.rows.warm  (untested)"
  `);
});

it('lists the same as JSON', () => {
  expect(listed([dialect], [check]).dialects[0]).toMatchInlineSnapshot(`
    {
      "channels": 1,
      "document": "knitting.md",
      "http": 1,
      "messages": 6,
      "name": "knitting",
      "requirements": [
        {
          "accepts": [
            {
              "name": "rows-reversed",
              "says": "Rows arrive last to first.",
            },
          ],
          "checks": [
            "knitting/rows/order",
          ],
          "evidence": "stated",
          "id": "knitting.rows.in-order",
          "level": "must",
          "reading": "Order is read as the order of sending.",
          "says": "Rows arrive in the order in which they were knitted.",
          "source": "knitting.md:1",
        },
        {
          "accepts": [],
          "checks": [],
          "evidence": "practice",
          "id": "knitting.rows.warm",
          "level": "may",
          "says": "Rows are warm.",
          "source": "knitting.md:1",
        },
      ],
    }
  `);
});

it('explains a requirement on one screen', () => {
  const [one] = dialect.requirements;
  const explanation = one && {
    ...one,
    dialect: 'knitting',
    about: ['channel /basket/{id}/'],
    checks: [check],
    faults: [
      {
        name: 'shuffle',
        kind: 'reorder',
        says: 'Rows arrive in any order.',
        dialects: ['knitting'],
        breaks: [one.id],
      },
    ],
    run: 'npx chatproof check knitting --only knitting.rows.in-order',
  };
  expect(explanation && explained(explanation)).toMatchInlineSnapshot(`
    "knitting.rows.in-order  (must, stated)

      Rows arrive in the order in which they were knitted.

      source    knitting.md:1
      reading   Order is read as the order of sending.
      accepts   rows-reversed: Rows arrive last to first.
      about     channel /basket/{id}/
      checks    Three rows arrive in order. (suites/knitting/rows.check.ts)
      faults    shuffle: Rows arrive in any order.
      run       npx chatproof check knitting --only knitting.rows.in-order"
  `);
});
