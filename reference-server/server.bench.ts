// npm run bench:server: what the server delivers beside a bare loop over ws, and what it needs.
// Options: --messages N (200000; 1000000 for the full run), --seconds N (2), --rounds N (3), --only NAME.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type BenchChild, startChild } from './bench/child.ts';
import { fanOut, whileBusy } from './bench/fan-out.ts';
import { linesOfParts } from './bench/lines.ts';
import { afterMessages, idleSockets } from './bench/memory.ts';
import { startToReady } from './bench/start.ts';

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '200000' },
    seconds: { type: 'string', default: '2' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string' },
  },
});
const rounds = Array.from({ length: Number(values.rounds) }, (_, round) => round);

const parts: Record<string, () => Promise<void>> = {
  async lines() {
    for (const { part, lines, code } of linesOfParts()) {
      const most = part === 'shared parts' ? '1,200' : part.startsWith('dialects/') ? '350' : undefined;
      print(
        part,
        `${number(lines)} lines, ${number(code)} of them code`,
        most ? `${most} wanted` : 'beside it',
      );
    }
  },

  async start() {
    const times: number[] = [];
    for (const _ of rounds) times.push(await startToReady());
    print('start to ready', `${number(median(times))} ms, median of ${times.length}`, '400 ms allowed');
  },

  async 'fan-out'() {
    for (const size of [2, 100]) {
      const ratios: { frames: number; cpu: number }[] = [];
      for (const _ of rounds) {
        // One after the other in every round, so that a busy machine disturbs both alike.
        const bare = await measured('bare', [], (child) => fanOut(child, size, Number(values.seconds)));
        const own = await measured('reference', [String(size)], (child) =>
          fanOut(child, size, Number(values.seconds)),
        );
        const frames = own.framesPerSecond / bare.framesPerSecond;
        const cpu = bare.cpuPerFrame / own.cpuPerFrame;
        ratios.push({ frames, cpu });
        print(
          `room of ${size}`,
          `${number(own.framesPerSecond)} frames/s at ${own.cpuPerFrame.toFixed(1)} µs; bare loop ${number(bare.framesPerSecond)} at ${bare.cpuPerFrame.toFixed(1)} µs`,
          `${frames.toFixed(2)} ×`,
        );
      }
      const [frames, cpu] = [median(ratios.map((one) => one.frames)), median(ratios.map((one) => one.cpu))];
      print(
        `room of ${size}, median`,
        `${frames.toFixed(2)} × the bare loop's frames; ${cpu.toFixed(2)} × as many frames for each second of processor time`,
        '0.60 × wanted',
      );
      const shares = await measured('reference', [String(size)], (child) =>
        whileBusy(child, size, () => child.shares(Number(values.seconds))),
      );
      print(`room of ${size}, spent on`, inOrder(shares), 'of the server’s processor time');
    }
  },

  async idle() {
    const sockets = 5_000;
    const { before, after } = await measured('reference', ['100'], (child) => idleSockets(child, sockets));
    const each = (after - before) / sockets / 1024;
    print(
      `${number(sockets)} idle sockets`,
      `${mb(after)} resident, ${mb(before)} without, ${each.toFixed(1)} kB each`,
      '200 MB allowed',
    );
  },

  async memory() {
    const messages = Number(values.messages);
    const from = performance.now();
    const resident = await measured('reference', ['2'], (child) => afterMessages(child, messages));
    const seconds = (performance.now() - from) / 1_000;
    print(
      `${number(messages)} messages`,
      `${resident.map(mb).join(', ')} resident after each tenth`,
      `${seconds.toFixed(0)} s`,
    );
  },
};

for (const [name, run] of Object.entries(parts)) {
  if (values.only === undefined || values.only === name) await run();
}

async function measured<T>(
  server: string,
  words: string[],
  measure: (child: BenchChild) => Promise<T>,
): Promise<T> {
  const child = await startChild(join(import.meta.dirname, 'bench', `${server}.js`), ...words);
  try {
    return await measure(child);
  } finally {
    await child.stop();
  }
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

function inOrder(shares: Record<string, number>): string {
  const largest = Object.entries(shares).sort(([, one], [, other]) => other - one);
  return largest.map(([kind, share]) => `${kind} ${Math.round(share * 100)} %`).join(', ');
}

function number(value: number): string {
  return Math.round(value).toLocaleString('en');
}

function mb(bytes: number): string {
  return `${Math.round(bytes / 1_000_000)} MB`;
}

function print(name: string, result: string, wanted: string): void {
  console.log(`${name.padEnd(22)} ${result}  (${wanted})`);
}
