import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, type TestContext } from 'vitest';
import { format as badge } from './formats/badge.ts';
import { format as html } from './formats/html.ts';
import { format as junit } from './formats/junit.ts';
import type { Report } from './model.ts';
import { bigReport } from './testing/big.ts';
import { chromiumMissing, launchChromium } from './testing/chromium.ts';
import { hostileReport } from './testing/hostile.ts';
import { sampleReport } from './testing/sample.ts';

const missing = chromiumMissing();
const plain = { colour: false, width: 80 };
let browser: Browser;
let folder: string;

beforeAll(async () => {
  if (missing !== undefined) return;
  folder = await mkdtemp(join(tmpdir(), 'chatproof-'));
  browser = await launchChromium();
});

afterAll(async () => {
  if (missing !== undefined) return;
  await browser.close();
  await rm(folder, { recursive: true });
});

interface Opened {
  page: Page;
  /** Everything that the page asked for or complained about. */
  trouble: string[];
}

async function open(
  context: TestContext,
  report: Report,
  { hash = '', ...options }: BrowserContextOptions & { hash?: string } = {},
): Promise<Opened> {
  context.skip(missing !== undefined, missing);
  const path = join(folder, 'report.html');
  await writeFile(path, html.render(report, plain));
  const page = await (await browser.newContext(options)).newPage();
  const url = pathToFileURL(path).href;
  const trouble: string[] = [];
  page.on('console', (message) => trouble.push(message.text()));
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== url && !request.url().startsWith('data:'))
      trouble.push(request.url());
  });
  await page.goto(url + hash);
  return { page, trouble };
}

const shown = (page: Page) =>
  page.locator('.req:not([hidden])').evaluateAll((nodes) => nodes.map(({ id }) => id));

it('filters by text, verdict, level and area, and keeps that in the address', async (context) => {
  const { page, trouble } = await open(context, sampleReport());
  await page.keyboard.press('/');
  await page.keyboard.type('newest array');
  expect(await shown(page)).toEqual(['receipts.history.newest-first-at-most-50']);
  expect(new URL(page.url()).hash).toBe('#?q=newest+array');
  await page.getByRole('button', { name: 'Clear' }).click();
  expect(new URL(page.url()).hash).toBe('');
  await page.locator('[name=verdict][value=fail]').check();
  await page.locator('[name=verdict][value=warn]').check();
  await page.locator('[name=level][value=must]').check();
  await page.locator('[name=area]').selectOption('receipts');
  expect(await shown(page)).toEqual(['receipts.history.newest-first-at-most-50']);
  expect(new URL(page.url()).hash).toBe('#?area=receipts&verdict=fail,warn&level=must');
  expect(await page.locator('#shown').textContent()).toBe('1 of 33');
  await page.locator('[name=area]').selectOption('rooms.media');
  expect(await page.locator('.none-shown').isVisible()).toBe(true);
  expect(trouble).toEqual([]);
});

it('takes the filters from the address', async (context) => {
  const { page } = await open(context, sampleReport(), { hash: '#?area=rooms.media&verdict=inapplicable' });
  expect(await shown(page)).toEqual(['rooms.media.presigned']);
  expect(await page.locator('[name=area]').inputValue()).toBe('rooms.media');
});

it('opens the requirement that the address names, also when a filter hides it', async (context) => {
  const { page } = await open(context, sampleReport(), { hash: '#rooms.unread.count-on-connect' });
  const named = page.locator('[id="rooms.unread.count-on-connect"]');
  expect(await named.evaluate((node) => node.hasAttribute('open'))).toBe(true);
  await expect.poll(() => named.evaluate((node) => node.getBoundingClientRect().top)).toBeLessThan(500);
  await page.locator('[name=verdict][value=fail]').check();
  expect(await named.isVisible()).toBe(false);
  await page.locator('.cell[href="#rooms.unread.count-on-connect"]').click();
  await expect.poll(() => named.isVisible()).toBe(true);
});

it('copies the command that runs a failure again', async (context) => {
  const { page, trouble } = await open(context, sampleReport());
  const button = page.locator('[id="receipts.history.newest-first-at-most-50"] .copy');
  await button.click();
  await expect.poll(() => button.textContent()).toBe('Copied');
  await page.keyboard.press('/');
  await page.keyboard.press('Control+V');
  expect(await page.locator('[name=q]').inputValue()).toMatch(
    /^npx chatproof check receipts .* --seed 4711$/,
  );
  expect(trouble).toEqual([]);
});

it('runs nothing that a target sent, and asks for nothing', async (context) => {
  const { page, trouble } = await open(context, hostileReport());
  for (const summary of await page.locator('.req > summary').all()) await summary.click();
  expect(await page.evaluate('window.broken')).toBeUndefined();
  expect(await page.locator('script').count()).toBe(1);
  expect(await page.locator('main :is(img, script, iframe, a[href^="javascript:"])').count()).toBe(0);
  expect(trouble).toEqual([]);
});

it('fits a wide and a narrow window, and nothing moves while it loads', async (context) => {
  for (const width of [1280, 360])
    for (const report of [sampleReport(), hostileReport()]) {
      const { page } = await open(context, report, { viewport: { width, height: 800 } });
      const [content = 0, room = 0, shift] = await page.evaluate<number[]>(MEASURE);
      expect(content).toBeLessThanOrEqual(room);
      expect(shift).toBe(0);
    }
});

/** Runs in the page: width of the content, width of the window, and by how much the layout shifted. */
const MEASURE = `new Promise((resolve) => {
  let shift = 0;
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) shift += value;
  }).observe({ type: 'layout-shift', buffered: true });
  const { scrollWidth, clientWidth } = document.documentElement;
  const frames = (n) => (n === 0 ? resolve([scrollWidth, clientWidth, shift]) : requestAnimationFrame(() => frames(n - 1)));
  frames(3);
})`;

it('goes from light to dark and stays there', async (context) => {
  const { page } = await open(context, sampleReport(), { colorScheme: 'light' });
  const ground = () => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
  const light = await ground();
  await page.locator('#theme').click();
  const dark = await ground();
  expect(dark).not.toBe(light);
  await page.reload();
  expect(await ground()).toBe(dark);
});

it('can be read and followed without scripts', async (context) => {
  const { page } = await open(context, sampleReport(), { javaScriptEnabled: false });
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Not conformant');
  expect(await page.locator('.toolbar').isVisible()).toBe(false);
  await page.locator('[id="receipts.auth.socket-without-token"] > summary').click();
  expect(await page.locator('[id="receipts.auth.socket-without-token"] .about').isVisible()).toBe(true);
});

it('opens every failure on paper', async (context) => {
  const { page } = await open(
    context,
    bigReport(60, (i) => i % 4 === 0),
  );
  await page.emulateMedia({ media: 'print' });
  const closed = page.locator('.req.fail:not([open]) .lines');
  expect(await closed.count()).toBeGreaterThan(5);
  for (const lines of await closed.all()) expect(await lines.isVisible()).toBe(true);
  expect(await page.locator('.req.pass .about').first().isVisible()).toBe(false);
});

it('walks through the picture and the requirements by keyboard', async (context) => {
  const { page } = await open(context, sampleReport());
  const focused = () => page.evaluate<string>("document.activeElement.closest('[href], .req').outerHTML");
  await page.locator('.cell').first().focus();
  await page.keyboard.press('ArrowRight');
  expect(await focused()).toContain('href="#receipts.auth.socket-without-token"');
  await page.locator('main').click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  expect(await focused()).toContain(' id="receipts.history.created-at-is-an-instant"');
});

it('agrees that the XML formats are well formed, whatever a target sent', async (context) => {
  const { page } = await open(context, sampleReport());
  for (const [format, root] of [
    [junit, 'testsuites'],
    [badge, 'svg'],
  ] as const) {
    const text = format.render(hostileReport(), plain);
    const found = await page.evaluate((source) => {
      const parsed = new (Reflect.get(globalThis, 'DOMParser'))().parseFromString(source, 'application/xml');
      return {
        root: parsed.documentElement.nodeName,
        errors: parsed.getElementsByTagName('parsererror').length,
      };
    }, text);
    expect(found).toEqual({ root, errors: 0 });
  }
});
