// Decides before anything runs which requirements apply to this target. A check never decides that for itself.
import type { Requirement } from '../../specs/kit/dialect.ts';
import type { RunContext } from './context.ts';
import type { Driver } from './driver.ts';

export type Applies = { applies: true } | { applies: false; reason: string };

export function applies(
  requirement: Requirement,
  context: RunContext,
  driver: Pick<Driver<unknown>, 'optional' | 'instead'>,
  /** What the check needs beyond what the requirement does. */
  more: readonly string[] = [],
): Applies {
  if (requirement.untested !== undefined) return { applies: false, reason: requirement.untested };
  for (const capability of [...requirement.needs, ...more]) {
    const reason = lacking(capability, context, driver);
    if (reason !== undefined) return { applies: false, reason };
  }
  return { applies: true };
}

function lacking(
  capability: string,
  context: RunContext,
  driver: Pick<Driver<unknown>, 'optional' | 'instead'>,
): string | undefined {
  const { people } = context.people;
  switch (capability) {
    case 'expired-token':
      return people.every(({ expired_token }) => expired_token !== undefined)
        ? undefined
        : 'the people who were supplied carry no expired_token';
    case 'jwt':
      return people.every(({ token }) => isJwt(token))
        ? undefined
        : 'the tokens are not JSON Web Tokens, so none can be altered';
    case 'strangers':
      return people.length > 3
        ? undefined
        : 'among the three people who were supplied no two can be known never to have written to each other';
    case 'disposable-rooms':
      return context.people.disposable.length > 0
        ? undefined
        : 'the people who were supplied have no disposable_rooms: unused ones that the run may delete';
    case 'subprotocol':
      return context.target.auth.ws.in === 'subprotocol'
        ? undefined
        : 'the token does not travel as a subprotocol to this target';
    case 'more-time':
      return context.profile === 'quick' ? 'this is judged from the profile standard on' : undefined;
    case 'restart':
      if (context.profile === 'quick') return 'this is judged from the profile standard on';
      return context.restart === undefined
        ? 'the target cannot be restarted by us: its configuration has no lifecycle.restart'
        : undefined;
    default:
      break;
  }
  const { lacks, offers } = context.target;
  if (lacks.includes(capability)) return `the target declares that it does not offer ${capability}`;
  const other = driver.instead?.[capability];
  if (other !== undefined && offers.includes(other))
    return `the target offers ${other}, which takes the place of ${capability}`;
  if (driver.optional.includes(capability) && !offers.includes(capability))
    return `the target does not declare that it offers ${capability}`;
  return undefined;
}

function isJwt(token: string | undefined): boolean {
  return token !== undefined && /^[\w-]+\.[\w-]+\.[\w-]+$/.test(token);
}
