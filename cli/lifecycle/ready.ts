// Waiting until a server that has just been started answers.
import { request as http } from 'node:http';
import { request as https } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { unlessInterrupted } from './interruption.ts';

const between = 100;
const oneTry = 5_000;

interface Limits {
  within: number;
  over: () => boolean;
}

/** True once the address answers below 500; false when `over` says so, or when time is up. */
export function answers(address: string, limits: Limits): Promise<boolean> {
  return until(async () => (await statusOf(address)) < 500, limits);
}

/** True once the condition holds; false when `over` says so, or when time is up. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  { within, over }: Limits,
): Promise<boolean> {
  const end = performance.now() + within;
  while (performance.now() < end) {
    if (await unlessInterrupted(Promise.resolve(holds()))) return true;
    if (over()) return false;
    await unlessInterrupted(sleep(between));
  }
  return false;
}

function statusOf(address: string): Promise<number> {
  const request = address.startsWith('https:') ? https : http;
  return new Promise((resolve) => {
    const asked = request(address, { timeout: oneTry, agent: false }, (answer) => {
      resolve(answer.statusCode ?? 599);
      asked.destroy();
    });
    asked.once('timeout', () => asked.destroy());
    asked.once('error', () => resolve(599));
    asked.end();
  });
}
