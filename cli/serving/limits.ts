import { LIMITS, type Limits } from '../../reference-server/limits.ts';
import { UsageError } from '../../specs/kit/errors.ts';
import { didYouMean } from '../../specs/kit/nearest.ts';

const NAMES = Object.keys(LIMITS);

/** Reads "frameBytes=65536", once for each limit that is not to be the default. */
export function limitsFrom(given: unknown): Partial<Limits> {
  const pairs = (Array.isArray(given) ? given : []).map((one) => limit(String(one)));
  return Object.fromEntries(pairs);
}

function limit(text: string): [string, number] {
  const [name = '', value = ''] = text.split(/=(.*)/s);
  if (!NAMES.includes(name)) throw new UsageError(`There is no limit "${name}".${didYouMean(name, NAMES)}`);
  if (/^[1-9]\d{0,14}$/.test(value)) return [name, Number(value)];
  throw new UsageError(
    `The limit "${text}" has no usable value: write ${name}=${LIMITS_BY_NAME[name]} for the default, or another whole number above 0.`,
  );
}

const LIMITS_BY_NAME: Record<string, number> = { ...LIMITS };
