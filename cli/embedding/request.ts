// What a program asks `check` for, and the words that say so on the command line.
import { join } from 'node:path';
import { packageRoot } from '../../specs/kit/root.ts';
import type { PeopleRequest } from '../../suites/kit/people.ts';
import type { Config } from '../config/config.ts';

export interface CheckRequest {
  /** All of them when none is named and there is no target. */
  dialects?: readonly string[];
  /** Base of every HTTP address; without one, the embedded reference server is judged. */
  target?: string;
  ws?: string;
  /** A file, or what such a file says. */
  config?: string | Config;
  /** A file, or what such a file says. */
  people?: string | object;
  /** A command, or a function that gives what such a command prints. */
  provision?: string | ((request: PeopleRequest) => object | Promise<object>);
  only?: readonly string[];
  skip?: readonly string[];
  level?: 'must' | 'should' | 'may';
  profile?: 'quick' | 'standard' | 'thorough';
  minutes?: number;
  seed?: number;
  patience?: number;
  baseline?: string;
  bail?: boolean;
  concurrency?: number;
  /** Where to leave the reports; without it they are not kept. */
  report?: string;
  /** Formats beside JSON, for `report`. */
  formats?: readonly string[];
  /** The folder that paths are relative to. */
  cwd?: string;
  /** Ends the run early; the report says so. */
  signal?: AbortSignal;
}

/** What has become of those parts of a request that are no words: files in a folder of our own. */
export interface Written {
  config?: string;
  people?: string;
  provision?: string;
  report: string;
}

export function wordsOf(request: CheckRequest, written: Written): string[] {
  const { dialects = [], only = [], skip = [], formats = [] } = request;
  const { target, ws, level, profile, minutes, seed, patience, baseline, concurrency } = request;
  const single = { target, ws, level, profile, minutes, seed, patience, baseline, concurrency, ...written };
  const repeated = { only, skip, format: [...new Set(['json', ...formats])] };
  return [
    'check',
    ...dialects,
    ...Object.entries(single).flatMap(([name, value]) =>
      value === undefined ? [] : [`--${name}`, String(value)],
    ),
    ...Object.entries(repeated).flatMap(([name, values]) => values.flatMap((value) => [`--${name}`, value])),
    ...(request.bail === true ? ['--bail'] : []),
  ];
}

/** A command that asks a function in this process: relay.ts carries request and answer. */
export function relayCommand(url: string): string {
  const relay = join(packageRoot(), 'dist', 'cli', 'embedding', 'relay.js');
  return [process.execPath, relay, url].map((word) => JSON.stringify(word)).join(' ');
}
