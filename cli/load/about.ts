// What a run was, beside k6's output and without tokens: so that the outputs of several instances can be merged later.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plan } from '../../load/kit/plan.ts';
import { UsageError } from '../../specs/kit/errors.ts';
import type { About } from './fold.ts';

export const RAW = 'k6.json.gz';
const FILE = 'load.json';

export interface RunAbout extends Omit<About, 'raw'> {
  /** All instances of one run have the same. */
  run: string;
  target: { http: string; ws: string };
  embedded: boolean;
}

export function aboutOf(plan: Plan, scenario: string, embedded: boolean): RunAbout {
  const { dialect, run, http, ws, profile, conversations } = plan;
  return {
    run,
    target: { http, ws },
    embedded,
    dialect,
    scenario,
    profile: profile.name,
    conversations: conversations.length,
    thresholds: profile.thresholds,
    untilBroken: profile.untilBroken === true,
  };
}

export function writeAbout(folder: string, about: RunAbout): void {
  writeFileSync(join(folder, FILE), `${JSON.stringify(about, null, 2)}\n`);
}

export function readAbout(folder: string): RunAbout {
  // The folders of instances are in the one that tells about all of them.
  const text = textOf(join(folder, FILE)) ?? textOf(join(folder, '..', FILE));
  const about: Partial<RunAbout> = text === undefined ? {} : JSON.parse(text);
  if (typeof about.run === 'string' && typeof about.dialect === 'string') return { ...NOTHING, ...about };
  throw new UsageError(
    `${folder} holds no ${FILE} of a load run: name the folders that \`chatproof load --print --instances N\` made.`,
  );
}

const NOTHING: RunAbout = {
  run: '',
  target: { http: '', ws: '' },
  embedded: false,
  dialect: '',
  scenario: '',
  profile: '',
  conversations: 0,
  thresholds: {},
};

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
