// The plan of this run and the options that k6 is given for it.
import type { Options } from 'k6/options';
import type { Conversation, Plan } from './plan.ts';
import { secondsOf } from './schedule.ts';

const file = __ENV['CHATPROOF_PLAN'];
if (file === undefined)
  throw new Error('CHATPROOF_PLAN is not set: `chatproof load DIALECT --print` writes a plan and shows how.');

export const plan: Plan = JSON.parse(open(file));

const { profile } = plan;
const workers = Math.max(1, Math.min(profile.workers, plan.conversations.length));
/** Stragglers that keep coming are waited for this many times as long as silence lasts. */
export const LONGEST = 12;
const longest = Math.ceil(secondsOf(profile.rate) + profile.drain * LONGEST + 60);

export const options: Options = {
  scenarios: {
    talk: {
      executor: 'per-vu-iterations',
      vus: workers,
      iterations: 1,
      maxDuration: `${longest}s`,
      gracefulStop: '0s',
    },
  },
  thresholds: profile.thresholds,
  // Each delivery is one line of k6's output: it holds nothing that nobody reads.
  systemTags: [],
};

/** The part of one worker, counted from 1 over all instances: nobody is in two places. */
export function shareOf(worker: number, all: Conversation[]): Conversation[] {
  return all.filter((_, at) => at % workers === worker - 1);
}

/** The full address of an operation or channel, with what the person's token adds to it. */
export function address(
  kind: 'http' | 'ws',
  id: string,
  params: Record<string, unknown>,
  query: Record<string, unknown>,
): string {
  const template = plan.addresses[id];
  if (template === undefined) throw new Error(`The plan has no address of "${id}" in ${plan.dialect}.`);
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return `${plan[kind]}${path}${search.length === 0 ? '' : `?${search.join('&')}`}`;
}
