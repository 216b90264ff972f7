// What `check` was asked to do: the command line over the configuration file over the defaults.
import { randomInt } from 'node:crypto';
import { globMatcher, requirementsMatching } from '../../specs/kit/catalogue.ts';
import { dialectNames, loadDialect, type Requirement } from '../../specs/kit/dialect.ts';
import { UsageError } from '../../specs/kit/errors.ts';
import { didYouMean } from '../../specs/kit/nearest.ts';
import type { Profile } from '../../suites/kit/context.ts';
import type { Config } from '../config/config.ts';

/** As commander gives them. */
export interface CheckFlags {
  target?: string;
  ws?: string;
  config?: string;
  people?: string;
  provision?: string;
  only?: string[];
  skip?: string[];
  level?: string;
  profile?: string;
  minutes?: string;
  seed?: string;
  patience?: string;
  baseline?: string;
  updateBaseline?: true;
  report?: string;
  format?: string[];
  bail?: true;
  concurrency?: string;
}

export interface CheckOptions {
  dialects: string[];
  level: Requirement['level'];
  profile: Profile;
  minutes: number;
  seed: number;
  patience: number;
  concurrency: number;
  baseline: string | undefined;
  updateBaseline: boolean;
  report: string;
  formats: string[];
  bail: boolean;
  /** True when this requirement is to be judged. */
  selects(id: string): boolean;
}

const levels = ['must', 'should', 'may'] as const;
const profiles = ['quick', 'standard', 'thorough'] as const;
const usualFormats = ['console', 'json', 'junit', 'html', 'markdown'];

export function optionsOf(dialects: readonly string[], flags: CheckFlags, config: Config): CheckOptions {
  const asked = dialects.length > 0 ? dialects : (config.dialects ?? []);
  const names = asked.length > 0 ? asked : dialectNames();
  for (const name of names) loadDialect(name);
  const updateBaseline = flags.updateBaseline === true;
  const baseline = flags.baseline ?? config.baseline;
  if (updateBaseline && baseline === undefined)
    throw new UsageError('--update-baseline needs to know the file: add --baseline FILE.');
  return {
    dialects: [...new Set(names)],
    level: oneOf('--level', flags.level ?? config.level ?? 'should', levels),
    profile: oneOf('--profile', flags.profile ?? config.profile ?? 'quick', profiles),
    minutes: number('--minutes', flags.minutes ?? config.minutes ?? 5, { above: 0 }),
    seed: number('--seed', flags.seed ?? config.seed ?? randomInt(2 ** 31 - 1), { whole: true, least: 0 }),
    patience: number('--patience', flags.patience ?? config.patience ?? 1, { above: 0 }),
    concurrency: number('--concurrency', flags.concurrency ?? config.concurrency ?? 8, {
      whole: true,
      least: 1,
    }),
    baseline,
    updateBaseline,
    report: flags.report ?? config.report ?? 'chatproof-report',
    formats: flags.format ?? config.formats ?? usualFormats,
    bail: flags.bail === true,
    selects: selector(flags.only ?? config.only ?? [], flags.skip ?? config.skip ?? []),
  };
}

function selector(only: readonly string[], skip: readonly string[]): (id: string) => boolean {
  // A glob that matches nothing is a slip of the pen, and is said so.
  requirementsMatching([...only, ...skip]);
  const [wanted, unwanted] = [only.map(globMatcher), skip.map(globMatcher)];
  return (id) =>
    (wanted.length === 0 || wanted.some((matches) => matches(id))) &&
    !unwanted.some((matches) => matches(id));
}

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found !== undefined) return found;
  throw new UsageError(`${option} is "${value}", which does not exist.${didYouMean(value, allowed)}`);
}

function number(
  option: string,
  value: string | number,
  { whole = false, least, above }: { whole?: boolean; least?: number; above?: number },
): number {
  const read = typeof value === 'number' ? value : Number(value.trim() === '' ? Number.NaN : value);
  const fits =
    Number.isFinite(read) &&
    (!whole || Number.isInteger(read)) &&
    (least === undefined || read >= least) &&
    (above === undefined || read > above);
  if (fits) return read;
  const wanted = above === undefined ? `from ${least ?? 0} on` : `above ${above}`;
  throw new UsageError(
    `${option} is "${value}", but has to be a ${whole ? 'whole number' : 'number'} ${wanted}.`,
  );
}
