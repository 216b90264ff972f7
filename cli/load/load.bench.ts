// npm run bench:load: what one k6 process can judge, what judging and a journal cost, how rare a fault is found, and what a soak leaves.
// Options: --only NAME, --seconds N (20), --soak N (seconds; 600), --rounds N (5).
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measured } from './bench/measured.ts';
import { soaked } from './bench/soaked.ts';
import { exactly, overtaken } from './testing/exact-faults.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    seconds: { type: 'string', default: '20' },
    soak: { type: 'string', default: '600' },
    rounds: { type: 'string', default: '5' },
  },
});
const seconds = Number(values.seconds);

const parts: Record<string, () => Promise<void>> = {
  async sockets() {
    const words = ['--conversations', '2500', '--rate', '250', '--seconds', String(seconds)];
    const { result } = await measured('receipts', words);
    const open = Math.max(...result.timeline.map(({ connections }) => connections));
    print('sockets of one k6', `${open} open, ${spreadOf(result, 'chat_delivery_ms')}`, '5,000 wanted');
  },

  async deliveries() {
    for (const rate of ['2500', '5000', '7500']) {
      const words = [
        '--scenario',
        'fan-out',
        '--conversations',
        '200',
        '--rate',
        rate,
        '--seconds',
        String(seconds),
      ];
      const { result, k6Seconds } = await measured('receipts', words);
      const { delivered, sent } = result;
      print(
        `${rate} deliveries/s due`,
        `${result.perSecond}/s judged, ${delivered} of ${sent}; ${spreadOf(result, 'chat_delivery_ms')}; ${spreadOf(result, 'chat_lag_ms')}; k6 used ${(k6Seconds / result.seconds).toFixed(2)} cores`,
        '5,000/s wanted',
      );
    }
  },

  async judging() {
    const words = ['--scenario', 'fan-out', '--conversations', '100', '--drain', '1'];
    const busy = [...words, '--rate', '5000', '--seconds', '5'];
    // What k6 needs to start and to meet has nothing to do with deliveries.
    const { k6Seconds: start } = await measured('receipts', [...words, '--rate', '20', '--seconds', '1']);
    const ratios: { timing: number; counting: number }[] = [];
    for (let round = 0; round < Number(values.rounds); round += 1) {
      const each = async (env: Record<string, string>): Promise<number> => {
        const { k6Seconds, result } = await measured('receipts', busy, { env });
        return (k6Seconds - start) / result.sent;
      };
      const judging = await each({});
      const timing = await each({ CHATPROOF_UNJUDGED: 'time' });
      const counting = await each({ CHATPROOF_UNJUDGED: 'count' });
      ratios.push({ timing: timing / judging, counting: counting / judging });
      print(
        'a delivery',
        `${micro(judging)} judged, ${micro(timing)} only timed, ${micro(counting)} only counted`,
        'k6 alone',
      );
    }
    for (const than of ['timing', 'counting'] as const)
      print(
        `judging, not ${than}`,
        `${median(ratios.map((ratio) => ratio[than])).toFixed(2)} × the throughput for each second of processor time`,
        '0.85 wanted',
      );
  },

  async journal() {
    const words = ['--scenario', 'fan-out', '--conversations', '100', '--drain', '1'];
    const folder = mkdtempSync(join(tmpdir(), 'chatproof-bench-'));
    const file = join(folder, 'run.jsonl');
    const ratios: number[] = [];
    const { k6Seconds: start } = await measured('receipts', [...words, '--rate', '20', '--seconds', '1']);
    let bytes = 0;
    for (let round = 0; round < Number(values.rounds); round += 1) {
      const each = async (more: string[]): Promise<number> => {
        const busy = [...words, '--rate', '2000', '--seconds', '5', ...more];
        const { k6Seconds, result } = await measured('receipts', busy);
        if (more.length > 0) bytes = statSync(file).size / result.delivered;
        return (k6Seconds - start) / result.delivered;
      };
      const [without, told] = [await each([]), await each(['--journal', file])];
      ratios.push(without / told);
      print('a delivery', `${micro(without)} without a journal, ${micro(told)} with one`, 'k6 alone');
    }
    const ratio = median(ratios).toFixed(2);
    print(
      'with a journal',
      `${ratio} × the throughput for each second of processor time, ${Math.round(bytes)} bytes a delivery`,
      'no bound',
    );
    rmSync(folder, { recursive: true });
  },

  async rare() {
    let planted = 0;
    const every = (nth: number): (() => boolean) => {
      let count = 0;
      return () => {
        count += 1;
        if (count % nth === 0) planted += 1;
        return count % nth === 0;
      };
    };
    const faults = [
      [],
      [await exactly('drop-message', every(1000))],
      [await exactly('deliver-twice', every(1000))],
      [overtaken(every(9_900))],
    ];
    for (const some of faults) {
      const words = ['--rate', '1000', '--seconds', String(seconds)];
      planted = 0;
      const { result } = await measured('receipts', words, { faults: some });
      const { sent, perSecond, lost, duplicated, reordered, foreign } = result;
      print(
        some[0]?.name ?? 'no fault',
        `planted ${planted}: lost ${lost}, duplicated ${duplicated}, reordered ${reordered}, foreign ${foreign} of ${sent} in ${result.seconds} s at ${perSecond}/s`,
        '60 s allowed',
      );
    }
  },

  async soak() {
    const { server, k6, result } = await soaked('receipts', Number(values.soak));
    print('server', `${server.map(mb).join(', ')} resident`, `${values.soak} s in tenths`);
    print('k6', `${k6.map(mb).join(', ')} resident`, `${values.soak} s in tenths`);
    print(
      'soak',
      `${result.delivered} of ${result.sent}, ${spreadOf(result, 'chat_delivery_ms')}`,
      'lost 0 wanted',
    );
  },
};

for (const [name, run] of Object.entries(parts)) {
  if (values.only === undefined || values.only === name) await run();
}

function spreadOf({ spreads }: Awaited<ReturnType<typeof measured>>['result'], metric: string): string {
  const spread = spreads.find((one) => one.metric === metric);
  return spread === undefined
    ? `no ${metric}`
    : `${metric} p50 ${spread.p50}, p95 ${spread.p95}, p99 ${spread.p99}`;
}

function median(values: number[]): number {
  return values.sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function micro(seconds: number): string {
  return `${(seconds * 1e6).toFixed(0)} µs`;
}

function mb(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}

function print(name: string, result: string, wanted: string): void {
  console.log(`${name.padEnd(22)} ${result}  (${wanted})`);
}
