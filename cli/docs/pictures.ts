// npm run pictures: the pictures of the documentation, taken from a real run against a server with one mistake.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { formatNamed } from '../../reports/formats.ts';
import type { Report } from '../../reports/model.ts';
import { launchChromium } from '../../reports/testing/chromium.ts';
import { packageRoot } from '../../specs/kit/root.ts';
import { serve } from '../api.ts';
import { terminalPage } from './terminal-page.ts';

const folder = mkdtempSync(join(tmpdir(), 'chatproof-pictures-'));
const pictures = join(packageRoot(), 'docs', 'pictures');
const words = ['check', 'receipts', '--seed', '4711', '--people', 'people.json', '--target'];

async function judged(): Promise<string[]> {
  const server = await serve('receipts', { port: 8000, faults: ['history-oldest-first'] });
  try {
    writeFileSync(join(folder, 'people.json'), JSON.stringify(await server.provision({ people: 24 })));
    const command = [...words, server.http];
    const main = join(packageRoot(), 'dist', 'cli', 'main.js');
    const child = spawn(process.execPath, [main, ...command], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    await once(child, 'close');
    return command;
  } finally {
    await server.close();
  }
}

async function terminalPicture(browser: Browser, command: readonly string[]): Promise<void> {
  // Our own process has just written it, in the shape that its schema publishes.
  const report = JSON.parse(readFileSync(join(folder, 'chatproof-report', 'report.json'), 'utf8')) as Report;
  const console = await formatNamed('console');
  const text = console.render(report, { colour: true, width: 100 });
  const page = await browser.newPage({ viewport: { width: 940, height: 100 }, deviceScaleFactor: 1.5 });
  await page.setContent(
    terminalPage(`npx chatproof ${command.join(' ')}`, `${text}Report: chatproof-report/report.html\n`),
  );
  await page.locator('main').screenshot({ path: join(pictures, 'terminal.png') });
}

async function reportPicture(browser: Browser): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1180, height: 1240 }, colorScheme: 'light' });
  await page.goto(pathToFileURL(join(folder, 'chatproof-report', 'report.html')).href);
  await page.screenshot({ path: join(pictures, 'report.png') });
}

mkdirSync(pictures, { recursive: true });
const browser = await launchChromium();
try {
  const command = await judged();
  await terminalPicture(browser, command);
  await reportPicture(browser);
  console.log('wrote docs/pictures/terminal.png and docs/pictures/report.png');
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
