// The test pages in a real browser.
import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningServer } from '../../server.ts';
import { serveAsDocumented } from '../../testing/documented.ts';
import { cast, fetched } from './testing.ts';

const executablePath = process.env['CHATPROOF_CHROMIUM'] ?? '/usr/bin/chromium';
const inBrowser = it.skipIf(!existsSync(executablePath));

let server: RunningServer;
let browser: Browser | undefined;
beforeAll(async () => {
  server = await serveAsDocumented('dialogues');
  if (!existsSync(executablePath)) return;
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
});
afterAll(async () => {
  await browser?.close();
  await server.close();
});

const trouble: string[] = [];

async function open(path: string): Promise<Page> {
  if (browser === undefined) throw new Error('The browser is not there.');
  const page = await (await browser.newContext()).newPage();
  page.on('pageerror', (error) => trouble.push(error.message));
  await page.goto(server.http + path);
  return page;
}

async function say(page: Page, text: string): Promise<void> {
  await page.getByLabel('Message').fill(text);
  await page.getByRole('button', { name: 'Send' }).click();
}

inBrowser('leads from the start page to a conversation of two, of which each sees both sides', async () => {
  const { alice, bob } = await cast(server);
  const start = await open('/chat');
  const form = start.locator('form[data-kind=personal]');
  await form.getByLabel('Your number').fill(alice.phone);
  await form.getByLabel('Their number').fill(bob.phone);
  await form.getByRole('button').click();
  await start.waitForURL(`**/chat/personal/${alice.phone}/${bob.phone}/`);
  await say(start, 'while you were <b>away</b>');
  await start.getByText('sent', { exact: true }).waitFor();

  const other = await open(`/chat/personal/${bob.phone}/${alice.phone}/`);
  await other.getByText('while you were <b>away</b>').waitFor();
  await start.getByText('read', { exact: true }).waitFor();
  await other.getByLabel('Message').pressSequentially('he');
  await start.getByText(`${bob.phone} is typing…`).waitFor();
  await say(other, 'here I am');
  await start.getByText('here I am').waitFor();
  await other.getByText('read', { exact: true }).waitFor();
  expect([await fetched(server, alice), await fetched(server, bob)]).toEqual([[], []]);
  expect(trouble).toEqual([]);
});

inBrowser('shows a group what its participants write', async () => {
  const { alice, bob, carol, grp } = await cast(server);
  const atAlice = await open(`/chat/group/${alice.phone}/${grp}`);
  await say(atAlice, 'who is there?');
  await atAlice.getByText('sent', { exact: true }).waitFor();
  const atBob = await open(`/chat/group/${bob.phone}/${grp}`);
  await atBob.getByText(`${alice.phone}: who is there?`).waitFor();
  await atAlice.getByText('read', { exact: true }).waitFor();
  const atCarol = await open(`/chat/group/${carol.phone}/${grp}`);
  await atCarol.getByText(`${alice.phone}: who is there?`).waitFor();
  await atCarol.getByLabel('Message').pressSequentially('me');
  await atBob.getByText(`${carol.phone} is typing…`).waitFor();
  await say(atCarol, 'me');
  await atBob.getByText(`${carol.phone}: me`).waitFor();
  expect(await atBob.getByRole('listitem').count()).toBe(2);
  expect(trouble).toEqual([]);
});

inBrowser('says so when a number is nobody’s, and shows a name as the text that it is', async () => {
  const nobody = await open('/chat/personal/0123456789/9876543210/');
  await nobody.getByText("is 0123456789 somebody's number").waitFor();
  expect(await nobody.getByRole('button', { name: 'Send' }).isDisabled()).toBe(true);
  const room = await open(`/chat/room/${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
  expect(await room.getByRole('heading').textContent()).toBe('Room <img src=x onerror=alert(1)>');
  expect(trouble).toEqual([]);
});
