import { expect, it } from 'vitest';
import { linesOfParts } from './lines.ts';

/** What each part may have: these numbers only go down. A dialect has 350, unless it is named here. */
const MOST: Record<string, number> = {
  'shared parts': 1_626,
  page: 260,
  control: 288,
  'fault-kit': 1_115,
};

it.each(linesOfParts().map(({ part, lines }) => [part, lines] as const))(
  'lets %s, with %i lines, not grow again',
  (part, lines) => {
    expect(lines).toBeLessThanOrEqual(MOST[part] ?? 350);
  },
);
