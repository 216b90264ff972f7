import { expect, it } from 'vitest';
import type { IndexedFault } from './coverage.ts';
import { chosen, explanation, list } from './faults.ts';

const drop: IndexedFault = {
  name: 'drop-stitch',
  kind: 'lost-delivery',
  says: 'A stitch is lost.',
  dialects: ['knitting'],
  breaks: ['knitting.rows.in-order'],
  sometimes: 'every third stitch',
};
const knot: IndexedFault = {
  name: 'knot',
  kind: 'duplicate',
  says: 'A stitch is there twice.',
  dialects: ['knitting', 'crochet'],
  breaks: ['knitting.rows.once', 'crochet.rows.once'],
};

it('lists faults by kind', () => {
  expect(list([drop, knot])).toMatchInlineSnapshot(`
    "duplicate
      knot         A stitch is there twice.

    lost-delivery
      drop-stitch  A stitch is lost."
  `);
});

it('explains a fault with what it breaks, who catches it and how to have it', () => {
  const killer = { fault: 'drop-stitch', dialect: 'knitting', check: 'knitting/rows/order' };
  expect(explanation(drop, [killer, { ...killer, fault: 'knot' }])).toMatchInlineSnapshot(`
    "drop-stitch

      A stitch is lost.

      kind       lost-delivery
      sometimes  every third stitch
      dialects   knitting
      breaks     knitting.rows.in-order
      caught by  knitting/rows/order
      try        npx chatproof serve knitting --fault drop-stitch"
  `);
});

it('takes dialects and faults by name, and says which name is wrong', () => {
  const dialects = ['crochet', 'knitting'];
  expect(chosen([], [drop, knot], dialects)).toEqual({ listed: [drop, knot], explained: [] });
  expect(chosen(['crochet'], [drop, knot], dialects)).toEqual({ listed: [knot], explained: [] });
  expect(chosen(['knot'], [drop, knot], dialects)).toEqual({ listed: [], explained: [knot] });
  expect(() => chosen(['knott'], [drop, knot], dialects)).toThrow('Did you mean "knot"?');
});
