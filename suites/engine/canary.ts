// Before anything is judged: one planted fault has to be caught, and a clean exchange has to pass. An installation
// that cannot do that has no say about anybody's server.

import type { RunContext } from '../kit/context.ts';
import { type Driver, loadDriver } from '../kit/driver.ts';
import { expectTrue } from '../kit/expect.ts';
import { given } from '../kit/failure.ts';
import { fence } from '../kit/fence.ts';
import { judge, share } from '../kit/judge.ts';

const requirement = 'delivery.exactly-once';
/** The fault that the faulty server has to have. */
export const planted = 'deliver-twice';

/** A sentence on what is wrong with this installation; none when it can be trusted. */
export async function canary(clean: RunContext, faulty: RunContext): Promise<string | undefined> {
  const driver = await loadDriver(clean.dialect);
  const [good, bad] = await Promise.all([verdictOn(clean, driver), verdictOn(faulty, driver)]);
  if (good !== 'pass')
    return `a clean exchange with the reference server was judged "${good}" instead of "pass"`;
  if (bad !== 'fail') return `the planted fault "${planted}" was judged "${bad}" instead of "fail"`;
  return undefined;
}

async function verdictOn(context: RunContext, driver: Driver<unknown>): Promise<string> {
  const id = `${context.dialect}.${requirement}`;
  const shared = await share({ ...context, repeats: 0 }, driver);
  const outcome = await judge(shared, driver, {
    id: `${context.dialect}/canary/once`,
    file: 'suites/engine/canary.ts',
    says: 'A message arrives once.',
    requires: [id],
    catches: [planted],
    async run(cast) {
      const { join, world } = driver.verbs(cast);
      const [a, b] = await Promise.all([join('alice'), join('bob')]);
      const [text, later] = [world.text(), world.text()];
      a.say(text);
      await given('The message did not arrive', () => b.hear(text));
      await fence('strong', b.ear, async () => {
        a.say(later);
        await b.hear(later);
      });
      const times = b.heard(text).length;
      expectTrue(times === 1, `bob heard the message ${times} times`, {
        expected: 'once',
        received: `${times} times`,
      });
    },
  });
  return outcome.verdicts.find((one) => one.requirement === id)?.verdict ?? 'nothing';
}
