import { renameSync, writeFileSync } from 'node:fs';
import type { RunningServer, ServeOptions } from '../../reference-server/server.ts';
import { dialectNames, loadDialect } from '../../specs/kit/dialect.ts';
import { UsageError } from '../../specs/kit/errors.ts';
import { chosenFaults, chosenLiberties } from './behaviours.ts';
import { limitsFrom } from './limits.ts';
import { listen } from './listen.ts';
import { text, wholeNumber } from './options.ts';

/** Serves until it is interrupted; it has written the ready file before it says that it is ready. */
export async function runServers(named: string[], options: Record<string, unknown>): Promise<void> {
  const dialects = named.length > 0 ? [...new Set(named)] : dialectNames();
  for (const dialect of dialects) loadDialect(dialect);
  // Several dialects take consecutive ports.
  const port = wholeNumber('--port', options['port'] ?? '8000', 65_536 - dialects.length);
  const readyFile = text(options['readyFile']);
  const data = text(options['data']);
  const mediaExpires = text(options['mediaExpires']);
  const common: ServeOptions = {
    host: text(options['host']) ?? '127.0.0.1',
    latency: wholeNumber('--latency', options['latency'] ?? '0', 600_000),
    seed: wholeNumber('--seed', options['seed'] ?? '1', Number.MAX_SAFE_INTEGER),
    limits: limitsFrom(options['limit']),
    control: options['control'] === true || readyFile !== undefined,
    onError: (error) => console.error(error instanceof Error ? error.stack : error),
    ...(data !== undefined && { data }),
    ...(mediaExpires !== undefined && {
      mediaExpiresAfter: wholeNumber('--media-expires', mediaExpires, 1_000_000_000),
    }),
  };
  const faults = await chosenFaults(options['fault'], dialects);
  const liberties = await chosenLiberties(options['liberty'], dialects);
  const servers: RunningServer[] = [];
  try {
    for (const [index, dialect] of dialects.entries()) {
      const own = {
        port: port === 0 ? 0 : port + index,
        faults: faults.filter((fault) => fault.dialects.includes(dialect)),
      };
      const server = await listen(dialect, { ...common, ...own });
      servers.push(server);
      for (const { liberty, dialects: those } of liberties)
        if (those.includes(dialect)) await server.faults.on(liberty);
    }
    if (readyFile !== undefined) writeReadyFile(readyFile, servers);
  } catch (error) {
    await Promise.all(servers.map((server) => server.close()));
    throw error;
  }
  for (const server of servers) console.log(line(server));
  await interrupted();
  await Promise.all(servers.map((server) => server.close()));
}

// Whoever waits for the file must never see half of it; and it holds secrets.
function writeReadyFile(file: string, servers: RunningServer[]): void {
  const entries = servers.map(({ dialect, http, ws, control }) => [dialect, { http, ws, control }]);
  try {
    writeFileSync(`${file}.new`, `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`, {
      mode: 0o600,
    });
    renameSync(`${file}.new`, file);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `The ready file "${file}" can't be written (${why}): give --ready-file a path in a folder that exists.`,
    );
  }
}

function line({ dialect, http, ws, control }: RunningServer): string {
  // A browser keeps what follows # to itself: the page at this address can be used at once.
  const controlled = control
    ? `  ${control.url} (secret ${control.secret})  page ${http}/#${control.secret}`
    : '';
  return `${dialect}  ${http}  ${ws}${controlled}`;
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
