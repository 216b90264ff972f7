// What `load` was asked to do.
import { resolve } from 'node:path';
import type { Profile } from '../../load/kit/plan.ts';
import { UsageError } from '../../specs/kit/errors.ts';
import type { Config } from '../config/config.ts';
import { writable } from './journal.ts';
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
  drain?: string;
  report?: string;
  instances?: string;
  journal?: string;
  print?: true;
}

export interface LoadOptions {
  scenario: string;
  profile: Profile;
  report: string;
  /** Of k6, among whom the people are shared out. */
  instances: number;
  /** The file for what is said and heard, when that is wanted. */
  journal?: string;
  print: boolean;
}

export function optionsOf(flags: LoadFlags, config: Config): LoadOptions {
  const conversations = above0('--conversations', flags.conversations);
  const instances = above0('--instances', flags.instances) ?? 1;
  for (const [option, value] of Object.entries({
    '--conversations': conversations,
    '--instances': instances,
  }))
    if (value !== undefined && !Number.isInteger(value))
      throw new UsageError(`${option} is "${value}", but has to be a whole number.`);
  const [rate, seconds] = [above0('--rate', flags.rate), above0('--seconds', flags.seconds)];
  const drain = above0('--drain', flags.drain);
  return {
    scenario: flags.scenario ?? 'conversation',
    profile: profileOf(
      flags.profile ?? 'smoke',
      {
        ...(conversations === undefined ? {} : { conversations }),
        ...(rate === undefined ? {} : { rate }),
        ...(seconds === undefined ? {} : { seconds }),
        ...(drain === undefined ? {} : { drain }),
      },
      config.load?.thresholds ?? {},
    ),
    report: resolve(flags.report ?? config.report ?? 'chatproof-report'),
    instances,
    ...(flags.journal === undefined ? {} : { journal: writable(flags.journal) }),
    print: flags.print === true,
  };
}

function above0(option: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const read = Number(value.trim() === '' ? Number.NaN : value);
  if (Number.isFinite(read) && read > 0) return read;
  throw new UsageError(`${option} is "${value}", but has to be a number above 0.`);
}
