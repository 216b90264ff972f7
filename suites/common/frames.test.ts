import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dialectNames, loadDialect } from '../../specs/kit/dialect.ts';
import { worldAt } from '../kit/testing/world.ts';
import type { Verbs } from '../kit/verbs.ts';
import { framesOf } from './frames.ts';

/** What the frames are made from; nothing of it is sent. */
function verbsOf(dialect: string): Pick<Verbs, 'world' | 'entrances'> {
  const world = { ...worldAt({ http: 'http://a.test', ws: 'ws://a.test' }), dialect: loadDialect(dialect) };
  const entrances = {
    knockAt: () => Promise.reject(new Error('nobody knocks')),
    aim: () => Promise.resolve(undefined),
    aimed: () => ({ msg_to: '0000000001' }),
  };
  return { world, entrances };
}

it.each(dialectNames())("%s: every frame is aimed, and names no id that may be somebody's", (dialect) => {
  for (const { example, valid, twisted } of framesOf(verbsOf(dialect))) {
    const frames = [valid, ...twisted].flatMap((one) => fc.sample(one, { seed: 4711, numRuns: 4 }));
    for (const { frame, twist } of [...frames, { frame: example, twist: 'is the example' }]) {
      const { message_id: id = 2e9, msg_to: to } = Object(frame);
      if (!twist.startsWith('/message_id')) expect(Number(id)).toBeGreaterThanOrEqual(2e9);
      if (to !== undefined && !twist.startsWith('/msg_to')) expect(to).toBe('0000000001');
    }
  }
});

it.each(dialectNames())(
  '%s: no text is twisted into another type, which would be shown ever after',
  (dialect) => {
    for (const { id, twisted } of framesOf(verbsOf(dialect)))
      for (const one of twisted)
        for (const { frame, twist } of fc.sample(one, { seed: 4711, numRuns: 1 })) {
          const { message = '', message_body = '', text = '' } = Object(frame);
          expect(
            [message, message_body, text].map((words) => typeof words),
            `${id}: ${twist}`,
          ).toEqual(Array.from({ length: 3 }, () => 'string'));
        }
  },
);
