// Real Chromium for tests of the page; where it is missing, the tests say so and how to get it.
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = [
  process.env['CHATPROOF_CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Where Chromium is on this machine, if it is. */
export function chromiumPath(places = PLACES): string | undefined {
  return places.find((path) => path !== undefined && existsSync(path));
}

/** Why the browser tests can't run; nothing when they can. CHATPROOF_REQUIRE=chromium makes that an error. */
export function chromiumMissing(
  places = PLACES,
  required = process.env['CHATPROOF_REQUIRE'] ?? '',
): string | undefined {
  if (chromiumPath(places) !== undefined) return undefined;
  const how =
    'Chromium is missing: install it (apt-get install chromium) or set CHATPROOF_CHROMIUM to its path.';
  if (required.split(',').includes('chromium')) throw new Error(how);
  return how;
}

export function launchChromium(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === undefined) throw new Error(chromiumMissing() ?? 'Chromium is missing.');
  const quiet = [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ];
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', ...quiet] });
}
