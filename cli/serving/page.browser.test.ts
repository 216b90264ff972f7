// The page at "/" in a real browser: here, because it needs both the server and the browser of the reports' tests.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, onTestFinished, type TestContext } from 'vitest';
import { serve } from '../../reference-server/server.ts';
import { chromiumMissing, launchChromium } from '../../reports/testing/chromium.ts';
import { dialectNames } from '../../specs/kit/dialect.ts';

const missing = chromiumMissing();
let browser: Browser;

beforeAll(async () => {
  if (missing === undefined) browser = await launchChromium();
});

afterAll(async () => {
  if (missing === undefined) await browser.close();
});

interface Options extends BrowserContextOptions {
  dialect?: string;
  control?: boolean;
  secret?: (right: string) => string;
}

async function open(
  context: TestContext,
  { dialect = 'receipts', control = true, secret = (right) => right, ...options }: Options = {},
) {
  context.skip(missing !== undefined, missing);
  const server = await serve(dialect, { control });
  const page = await (await browser.newContext(options)).newPage();
  const trouble: string[] = [];
  page.on('console', (message) => trouble.push(message.text()));
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(server.http)) trouble.push(request.url());
  });
  onTestFinished(async () => {
    await page.close();
    await server.close();
  });
  await page.goto(`${server.http}/#${secret(server.control?.secret ?? '')}`);
  return { server, page, trouble };
}

/** Until it holds, however busy the machine is. */
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 30_000 });

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();
const lines = (page: Page) => page.locator('#wire code').allTextContents();

/** Waits until so many lines of the log match, and gives them. */
async function seen(page: Page, pattern: RegExp, count: number): Promise<string[]> {
  const matching = async () => (await lines(page)).filter((line) => pattern.test(line));
  await eventually(async () => (await matching()).length).toBe(count);
  return await matching();
}

it.for(dialectNames())('lets two people of %s talk, with the examples', async (dialect, context) => {
  const { page, server, trouble } = await open(context, { dialect });
  await button(page, /^Connect \w+ and/).waitFor();
  expect(await page.locator('h1').textContent()).toBe(dialect);
  const cards = page.locator('#channels > .card');
  for (const card of await cards.all()) await card.getByRole('button', { name: /^Connect \w+ and/ }).click();
  await seen(page, /^connected to/, 2 * (await cards.count()));
  const card = page.locator('#channels > .card:has(textarea)').nth(dialect === 'dialogues' ? 1 : 0);
  await card.getByRole('button', { name: 'Send as alice' }).click();
  const heard = page.locator('#wire .heard.p1', { hasText: 'Are you coming tonight?' });
  await eventually(() => heard.count()).toBe(1);
  expect(await heard.locator('time').textContent()).toMatch(/^\d\d:\d\d:\d\d\.\d{3}$/);
  expect(server.chat.counters.complaints).toBe(0);
  expect(trouble).toEqual([]);
});

it('keeps the secret out of the address, and over a reload', async (context) => {
  const { page, server } = await open(context, { secret: (right) => `secret=${right}` });
  await button(page, 'Connect alice').waitFor();
  expect(page.url()).toBe(`${server.http}/`);
  const id = await page.locator('#me').textContent();
  await page.reload();
  await button(page, 'Connect alice').waitFor();
  expect(await page.locator('#me').textContent()).toBe(id);
});

it('asks for the secret when it is not in the address', async (context) => {
  const { page, server } = await open(context, { secret: () => '' });
  const field = page.getByLabel('Secret');
  await field.fill('guessed');
  await field.press('Enter');
  await expect
    .poll(() => page.getByRole('alert').textContent())
    .toBe('This is not the secret of this server.');
  expect(await page.locator('#people').isVisible()).toBe(false);
  await field.fill(server.control?.secret ?? '');
  await field.press('Enter');
  await button(page, 'Connect alice').waitFor();
  expect(await field.isVisible()).toBe(false);
});

it('only shows what is documented when there is no control plane', async (context) => {
  const { page, trouble } = await open(context, { control: false });
  await page.locator('#read-only').waitFor();
  expect(await page.locator('#channels textarea').inputValue()).toContain('"message"');
  expect(await page.locator('#operations .card').count()).toBe(3);
  expect(await page.getByRole('button', { name: /^(Connect|Send|Call)/ }).count()).toBe(0);
  expect(trouble).toEqual([]);
});

it('fills calls with what was heard, and says how they went', async (context) => {
  const { page } = await open(context);
  await button(page, 'Connect alice').click();
  await button(page, 'Send as alice').click();
  await seen(page, /"chat_message"/, 1);
  const card = page.locator('#operations .card', { hasText: 'editMessage' });
  await card.locator('summary').click();
  expect(await card.getByLabel('message_id').inputValue()).toBe('1');
  await card.getByRole('button', { name: 'Call as alice' }).click();
  await eventually(() => card.getByRole('status').textContent()).toMatch(/^200 after \d+ ms$/);
  await seen(page, /"message_edited"/, 1);
});

it('says why a socket was refused, or closed', async (context) => {
  const { page, server } = await open(context);
  await button(page, 'Connect alice').waitFor();
  await page.getByLabel('room_id').fill('99');
  await button(page, 'Connect alice').click();
  await seen(page, /^refused with 404 .*There is no such room/, 1);
  await page.getByLabel('room_id').fill('1');
  await button(page, 'Connect alice').click();
  await seen(page, /^connected to/, 1);
  for (const connection of server.chat.hub.connections) connection.close(1013, 'Too slow.');
  await seen(page, /^closed with 1013 \(Too slow\.\)$/, 1);
  expect(await button(page, 'alice is not connected').isDisabled()).toBe(true);
});

it('switches faults on and off, and counts their hits', async (context) => {
  const { page } = await open(context);
  await button(page, /^Connect alice and bob/).click();
  await seen(page, /^connected to/, 2);
  await page.getByLabel('Find a fault').fill('deliver twice');
  const fault = page.locator('#faults li', { hasText: 'deliver-twice' });
  await fault.getByRole('checkbox').check();
  await eventually(() => page.locator('#faults-on').textContent()).toBe('1 fault is on');
  await button(page, 'Send as alice').click();
  await eventually(() => page.locator('#wire .heard.p1', { hasText: '"chat_message"' }).count()).toBe(2);
  await eventually(() => fault.locator('.hits').textContent()).toMatch(/^\d+ hits$/);
  await button(page, 'All off').click();
  await eventually(() => page.locator('#faults-on').isVisible()).toBe(false);
  expect(await fault.getByRole('checkbox').isChecked()).toBe(false);
});

it('works by keyboard alone', async (context) => {
  const { page } = await open(context);
  await button(page, 'Connect alice').focus();
  await page.keyboard.press('Enter');
  await seen(page, /^connected to/, 1);
  await page.keyboard.press('2');
  await button(page, 'Connect bob').focus();
  await page.keyboard.press('Enter');
  await seen(page, /^connected to/, 2);
  await page.getByLabel('The frame as JSON').focus();
  await page.keyboard.press('Control+Enter');
  await seen(page, /"chat_message"/, 2);
  await page.keyboard.press('Escape');
  await page.keyboard.press('1');
  await page.getByRole('radio', { name: 'alice' }).focus();
  await page.keyboard.press('ArrowRight');
  expect(await page.getByRole('radio', { name: 'bob' }).isChecked()).toBe(true);
});

it('shows what was sent as text, whatever it is', async (context) => {
  const { page, trouble } = await open(context);
  await button(page, 'Connect alice').click();
  await seen(page, /^connected to/, 1);
  const text = '<img src=x onerror="window.broken = 1"><script>window.broken = 1</script>';
  await page.getByLabel('The frame as JSON').fill(JSON.stringify({ message: text }));
  await button(page, 'Send as alice').click();
  await seen(page, /"chat_message"/, 1);
  expect(await page.locator('#wire :is(img, script)').count()).toBe(0);
  expect(await page.evaluate('window.broken')).toBeUndefined();
  await page.getByLabel('The frame as JSON').fill('{"message": ');
  await button(page, 'Send as alice').click();
  await seen(page, /"error"/, 1);
  expect(trouble).toEqual([]);
});

it.for([1280, 360])('fits a window of %i pixels', async (width, context) => {
  const { page } = await open(context, { dialect: 'threads', viewport: { width, height: 800 } });
  await button(page, /^Connect alice and bob/).click();
  await button(page, 'Send as alice').click();
  await eventually(() => page.locator('#wire .heard').count()).toBe(1);
  await page.locator('.card').evaluateAll((cards) => {
    for (const card of cards) card.setAttribute('open', '');
  });
  const [content = 0, room = 0] = await page.evaluate<number[]>(
    '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
  );
  expect(content).toBeLessThanOrEqual(room);
});

it('goes from light to dark and stays there', async (context) => {
  const { page } = await open(context, { colorScheme: 'light' });
  const ground = () => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
  await button(page, 'Connect alice').waitFor();
  const light = await ground();
  await button(page, 'Switch between light and dark').click();
  const dark = await ground();
  expect(dark).not.toBe(light);
  await page.reload();
  await eventually(ground).toBe(dark);
});

it('tells when the server is gone', async (context) => {
  const { page, server } = await open(context);
  await button(page, 'Connect alice').click();
  await seen(page, /^connected to/, 1);
  await server.close();
  await seen(page, /^closed with 1001/, 1);
});
