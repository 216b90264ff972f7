// What a worker is told about the run: plain data, handed over by the engine.
import type { Requirement } from '../../specs/kit/dialect.ts';
import type { People } from './people.ts';
import type { Source } from './provision.ts';
import type { Target } from './target.ts';

export type Profile = 'quick' | 'standard' | 'thorough';

export interface RunContext {
  dialect: string;
  target: Target;
  people: People;
  /** Where to ask again when tokens expire. */
  source: Source;
  seed: number;
  profile: Profile;
  /** The factor of --patience. */
  patience: number;
  /** Checks that run at the same time. */
  concurrency: number;
  /** Ids of the requirements to judge; a check runs when it decides one of them. */
  selected: Requirement['id'][];
  /** How often a failing check is repeated on fresh people. */
  repeats: number;
  /** The options that make the `again` command reach the same target. */
  again: string;
  /** How the target is killed and started again, when it can be. */
  restart?: { url: string; secret: string } | { command: string };
  /** The folder for the reports, for whatever a check leaves beside them. */
  report?: string;
  /** Minutes for the thorough profile. */
  minutes: number;
}

/** A run as it is when nobody says anything: one check at a time, each of them once. */
export function plainContext(
  given: Pick<RunContext, 'dialect' | 'target' | 'people' | 'source'> & Partial<RunContext>,
): RunContext {
  return {
    seed: 1,
    profile: 'quick',
    patience: 1,
    concurrency: 1,
    selected: [],
    repeats: 0,
    again: '',
    minutes: 1,
    ...given,
  };
}
