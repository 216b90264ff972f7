// What a run was, beside k6's output and without tokens: so that the outputs of several instances can be merged later.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
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
  const about = text === undefined ? undefined : parsed(text);
  if (isAbout(about)) return about;
  throw new UsageError(
    `${folder} holds no ${FILE} of a load run${text === undefined ? '' : `, but one that begins with ${JSON.stringify(text.slice(0, 40))}`}: name the folders that \`chatproof load --print --instances N\` made.`,
  );
}

const isAbout = new Ajv2020().compile<RunAbout>({
  type: 'object',
  required: ['run', 'target', 'embedded', 'dialect', 'scenario', 'profile', 'conversations', 'thresholds'],
  properties: {
    run: { type: 'string' },
    target: {
      type: 'object',
      required: ['http', 'ws'],
      properties: { http: { type: 'string' }, ws: { type: 'string' } },
    },
    embedded: { type: 'boolean' },
    dialect: { type: 'string' },
    scenario: { type: 'string' },
    profile: { type: 'string' },
    conversations: { type: 'number' },
    thresholds: {
      type: 'object',
      additionalProperties: { type: 'array', items: { type: 'string' } },
    },
    untilBroken: { type: 'boolean' },
  },
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
