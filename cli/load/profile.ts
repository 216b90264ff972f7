// The load profiles, found by their path: a profile is a file in load/profiles/.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Profile } from '../../load/kit/plan.ts';
import { UsageError } from '../../specs/kit/errors.ts';
import { didYouMean } from '../../specs/kit/nearest.ts';
import { packageRoot } from '../../specs/kit/root.ts';

/** What no profile allows. */
const NEVER = [
  'lost',
  'duplicated',
  'reordered',
  'foreign',
  'errors',
  'receipts_lost',
  'receipts_duplicated',
  'history_wrong',
];
const always = Object.fromEntries(NEVER.map((what) => [`chat_${what}`, ['count==0']]));

export function profileNames(): string[] {
  return named('profiles', '.json');
}

export function scenarioNames(dialect: string): string[] {
  return named(dialect, '.ts');
}

/** The profile with the parts that were asked for otherwise. */
export function profileOf(
  name: string,
  changes: { conversations?: number; rate?: number; seconds?: number; drain?: number },
  thresholds: Record<string, string[]>,
): Profile {
  oneOf('profile', name, profileNames());
  const profile: Omit<Profile, 'name'> = JSON.parse(
    readFileSync(join(packageRoot(), 'load', 'profiles', `${name}.json`), 'utf8'),
  );
  const highest = Math.max(...profile.rate.map(({ perSecond }) => perSecond));
  const longest = profile.rate.at(-1)?.second ?? 1;
  const faster = changes.rate === undefined ? 1 : changes.rate / highest;
  const longer = changes.seconds === undefined ? 1 : changes.seconds / longest;
  return {
    ...profile,
    name,
    conversations: changes.conversations ?? profile.conversations,
    drain: changes.drain ?? profile.drain,
    rate: profile.rate.map(({ second, perSecond }) => ({
      second: second * longer,
      perSecond: perSecond * faster,
    })),
    thresholds: { ...always, ...profile.thresholds, ...thresholds },
  };
}

export function scriptOf(dialect: string, scenario: string): string {
  oneOf('scenario', scenario, scenarioNames(dialect));
  return join(packageRoot(), 'load', dialect, `${scenario}.ts`);
}

function oneOf(kind: string, name: string, all: string[]): void {
  if (!all.includes(name))
    throw new UsageError(`"${name}" is no load ${kind}: use ${all.join(', ')}.${didYouMean(name, all)}`);
}

function named(folder: string, ending: string): string[] {
  return readdirSync(join(packageRoot(), 'load', folder))
    .filter((file) => file.endsWith(ending) && !file.endsWith(`.test${ending}`))
    .map((file) => file.slice(0, -ending.length))
    .sort();
}
