// What `load` was asked to do.
import { resolve } from 'node:path';
import type { Profile } from '../../load/kit/plan.ts';
import { UsageError } from '../../specs/kit/errors.ts';
import type { Config } from '../config/config.ts';
import { profileOf } from './profile.ts';

/** As commander gives them. */
export interface LoadFlags {
  target?: string;
  ws?: string;
  config?: string;
  people?: string;
  provision?: string;
  scenario?: string;
  profile?: string;
  conversations?: string;
  rate?: string;
  seconds?: string;
  report?: string;
  print?: true;
}

export interface LoadOptions {
  scenario: string;
  profile: Profile;
  report: string;
  print: boolean;
}

export function optionsOf(flags: LoadFlags, config: Config): LoadOptions {
  const conversations = above0('--conversations', flags.conversations);
  if (conversations !== undefined && !Number.isInteger(conversations))
    throw new UsageError(`--conversations is "${conversations}", but has to be a whole number.`);
  const [rate, seconds] = [above0('--rate', flags.rate), above0('--seconds', flags.seconds)];
  return {
    scenario: flags.scenario ?? 'conversation',
    profile: profileOf(
      flags.profile ?? 'smoke',
      {
        ...(conversations === undefined ? {} : { conversations }),
        ...(rate === undefined ? {} : { rate }),
        ...(seconds === undefined ? {} : { seconds }),
      },
      config.load?.thresholds ?? {},
    ),
    report: resolve(flags.report ?? config.report ?? 'chatproof-report'),
    print: flags.print === true,
  };
}

function above0(option: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const read = Number(value.trim() === '' ? Number.NaN : value);
  if (Number.isFinite(read) && read > 0) return read;
  throw new UsageError(`${option} is "${value}", but has to be a number above 0.`);
}
