// A small process that outlives a crash: it cleans up what was started, when whoever started it is gone without a word.
// It reads one JSON line for each thing to keep an eye on, or to forget, and acts when its standard input ends.
import { spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { containerRuntime, removeContainers } from './testcontainers.ts';

export type Ward =
  | { kind: 'group'; id: string }
  | { kind: 'command'; id: string; cwd: string }
  | { kind: 'containers'; id: string }
  | { kind: 'network'; id: string };

export type Message = { watch: Ward } | { forget: Ward };

if (process.argv[1] === import.meta.filename) {
  const wards = new Map<string, Ward>();
  for await (const line of createInterface(process.stdin)) {
    // Our own process wrote it: see guard.ts.
    const message = JSON.parse(line) as Message;
    if ('watch' in message) wards.set(keyOf(message.watch), message.watch);
    else wards.delete(keyOf(message.forget));
  }
  for (const ward of [...wards.values()].reverse()) await end(ward).catch(() => undefined);
}

function keyOf({ kind, id }: Ward): string {
  return `${kind} ${id}`;
}

async function end(ward: Ward): Promise<void> {
  switch (ward.kind) {
    case 'group':
      process.kill(-Number(ward.id), 'SIGKILL');
      return;
    case 'command':
      spawnSync(ward.id, { shell: true, cwd: ward.cwd, stdio: 'ignore', timeout: 60_000 });
      return;
    case 'containers':
      return removeContainers(ward.id);
    case 'network':
      await (await containerRuntime()).getNetwork(ward.id).remove();
  }
}
