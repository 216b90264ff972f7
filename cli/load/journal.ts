// `--journal`: what the instances of k6 have told, put together as a journal that `chatproof judge` reads.
import { closeSync, createReadStream, existsSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { UsageError } from '../../specs/kit/errors.ts';
import type { Event } from '../../suites/history/events.ts';
import { readJournal, writeJournal } from '../../suites/history/journal.ts';
import { settling } from './settling.ts';

/** What k6 logs, in the folder of each instance. */
const CONSOLE = 'k6-console.txt';
/** What the lines of the journal begin with; a scenario may log lines of its own. */
const MARK = 'chatproof-journal';
const AT_ONCE = 10_000;

export function consoleOf(folder: string): string {
  return join(folder, CONSOLE);
}

/** The words for k6, which appends to what is there. */
export function journalWords(folder: string): string[] {
  const file = consoleOf(folder);
  return ['--env', `CHATPROOF_JOURNAL=${MARK}`, '--console-output', file, '--log-format', 'raw'];
}

/** The path, when something can be written there: that is to be known before the run, not after it. */
export function writable(file: string): string {
  const path = resolve(file);
  const isNew = !existsSync(path);
  try {
    mkdirSync(dirname(path), { recursive: true });
    closeSync(openSync(path, 'a'));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `--journal is "${file}", which cannot be written (${why}): name a file in a folder that is yours.`,
    );
  }
  if (isNew) rmSync(path);
  return path;
}

/** Writes what was told in these folders, as one journal. */
export async function joinJournals(folders: readonly string[], file: string): Promise<void> {
  const all: Event[] = [];
  for (const folder of folders) for await (const event of toldIn(consoleOf(folder))) all.push(event);
  // Each worker's own lines stay in their order.
  const events = settling(all.sort((one, other) => one.t - other.t));
  const out = openSync(file, 'w');
  try {
    for (let at = 0; at < events.length; at += AT_ONCE)
      writeSync(out, writeJournal(events.slice(at, at + AT_ONCE)));
  } finally {
    closeSync(out);
  }
}

async function* toldIn(file: string): AsyncGenerator<Event> {
  // k6 makes none when nothing is logged.
  if (!existsSync(file)) return;
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file, 'utf8') })) {
    number += 1;
    if (line.startsWith(`${MARK} `)) yield* readJournal(line.slice(MARK.length), `${file}:${number}`).events;
  }
}
