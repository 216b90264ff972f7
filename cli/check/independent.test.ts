import { expect, it } from 'vitest';
import { type Deviation, deviations, independent } from './testing/independent-receipts.ts';
import { runCheck, troubles } from './testing/run-check.ts';

async function judged(bug?: Deviation): Promise<{ code: number; failed: string[]; troubles: string[] }> {
  const server = await independent(24, bug);
  try {
    const ran = await runCheck(
      ['receipts', '--target', server.http, '--format', 'json', '--patience', '0.3'],
      { people: server },
    );
    const failed = (ran.report?.requirements ?? [])
      .filter(({ verdict }) => verdict === 'fail')
      .map(({ id }) => id);
    return { code: ran.code, failed, troubles: troubles(ran) };
  } finally {
    await server.close();
  }
}

it('finds nothing wrong with a conforming server that somebody else wrote', {
  timeout: 120_000,
}, async () => {
  expect(await judged()).toEqual({ code: 0, failed: [], troubles: [] });
});

it.concurrent.each(Object.entries(deviations) as [Deviation, string][])(
  'finds that %s',
  { timeout: 120_000 },
  async (bug, requirement) => {
    const { code, failed } = await judged(bug);
    expect(failed).toContain(requirement);
    expect(code).toBe(1);
  },
);
