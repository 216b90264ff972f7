// What a dialect tells the kit about itself; `suites/<dialect>/driver.ts` exports one as `driver`.
import { existsSync } from 'node:fs';
import type { Trio } from './lease.ts';
import type { PersonField } from './people.ts';
import type { Carrier } from './target.ts';
import type { Verbs } from './verbs.ts';
import type { World } from './world.ts';

export interface Driver<Cast> {
  dialect: string;
  /** What a target has to supply for each person. */
  needs: readonly PersonField[];
  /** Whether rooms or groups have to exist before the run. */
  rooms: boolean;
  groups: boolean;
  /** How many trios of people with unused rooms to ask for: one for each check that is `fresh`. */
  fresh?: number;
  /** How many rooms to ask for that have one person in common, to whom no check writes. */
  crowd?: number;
  /** The document's way of carrying a token. */
  auth: { http: Carrier; ws: Carrier };
  /** Capabilities that a target offers only when it says so. */
  optional: readonly string[];
  /** What every target is assumed to offer, unless it says that it offers the other in its place. */
  instead?: Readonly<Record<string, string>>;
  /** What a check's run function receives. */
  cast(world: World, trio: Trio): Cast;
  /** The abstract verbs that the common checks and the model are written in. */
  verbs(cast: Cast): Verbs;
}

export function hasDriver(dialect: string): boolean {
  return existsSync(fileOf(dialect));
}

export async function loadDriver(dialect: string): Promise<Driver<unknown>> {
  const file = fileOf(dialect);
  if (!existsSync(file))
    throw new Error(`The dialect "${dialect}" has no suites yet: suites/${dialect}/driver.ts is missing.`);
  const module: unknown = await import(file.href);
  if (typeof module === 'object' && module !== null && 'driver' in module && isDriver(module.driver, dialect))
    return module.driver;
  throw new Error(`suites/${dialect}/driver.ts does not export a driver of "${dialect}".`);
}

function fileOf(dialect: string): URL {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return new URL(`../${dialect}/driver.${ending}`, import.meta.url);
}

function isDriver(value: unknown, dialect: string): value is Driver<unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    'dialect' in value &&
    value.dialect === dialect &&
    'cast' in value &&
    'verbs' in value
  );
}
