import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it, onTestFinished } from 'vitest';
import type { LoadResult } from '../../reports/load/model.ts';
import { chatproof } from '../testing/chatproof.ts';
import { k6Missing } from './testing/k6-missing.ts';
import { runLoad } from './testing/run-load.ts';

const missing = k6Missing();

const about = {
  run: 'one',
  target: { http: 'http://chat.example.test', ws: 'ws://chat.example.test' },
  embedded: false,
  dialect: 'receipts',
  scenario: 'conversation',
  profile: 'smoke',
  conversations: 20,
  thresholds: { chat_lost: ['count==0'], chat_delivery_ms: ['p(99)<450'] },
};

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'chatproof-merge-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** A folder as an instance leaves it. */
function instance(at: string, points: object[], more: object = {}): string {
  mkdirSync(at, { recursive: true });
  writeFileSync(join(at, 'load.json'), JSON.stringify({ ...about, ...more }));
  writeFileSync(join(at, 'k6.json.gz'), gzipSync(points.map((one) => `${JSON.stringify(one)}\n`).join('')));
  return at;
}

/** As a copy that was broken off leaves it. */
function cutOff(at: string): string {
  const file = join(at, 'k6.json.gz');
  writeFileSync(file, readFileSync(file).subarray(0, -9));
  return at;
}

const point = (metric: string, second: number, value: number): object => ({
  type: 'Point',
  metric,
  data: { time: new Date(second * 1000).toISOString(), value, tags: null },
});

/** Most deliveries take little, those of one instance in four take long. */
const trace = Array.from({ length: 4000 }, (_, at) => [
  point('chat_sent', at / 400, 1),
  point('chat_delivered', at / 400 + 0.01, 1),
  point('chat_delivery_ms', at / 400 + 0.01, at % 4 === 3 ? 400 + (at % 97) : (at * 7) % 50),
]);

async function merged(folders: string[]): Promise<{ code: number | undefined; result: LoadResult }> {
  const report = folder();
  const { code } = await chatproof('load', 'merge', ...folders, '--report', report);
  const { load }: { load: LoadResult } = JSON.parse(readFileSync(join(report, 'report.json'), 'utf8'));
  return { code, result: load };
}

it('finds in the outputs of four instances what a single one would have found', async () => {
  const single = await merged([instance(folder(), trace.flat())]);
  const own = (at: number): object[] => trace.filter((_, message) => message % 4 === at).flat();
  const { code, result } = await merged([0, 1, 2, 3].map((at) => instance(folder(), own(at))));
  expect(result).toEqual({ ...single.result, instances: 4, raw: result.raw });
  // Averages of the instances' percentiles would have kept this objective.
  expect(result.objectives.find(({ metric }) => metric === 'chat_delivery_ms')).toMatchObject({
    kept: false,
  });
  expect(code).toBe(1);
});

it.each([
  [
    'runs that differ',
    (one: string) => [instance(one, []), instance(folder(), [], { run: 'two' })],
    'of the run two',
  ],
  ['a folder that comes twice', (one: string) => [instance(one, []), one], 'named twice'],
  ['a folder of something else', () => [folder()], 'load.json'],
  ['a description that is none', () => [instance(folder(), [], { run: Number.NaN })], 'begins with'],
  ['an output that ends too early', () => [cutOff(instance(folder(), [{}]))], 'let k6 finish'],
])('refuses %s', async (_what, folders, sentence) => {
  const { code, err } = await chatproof('load', 'merge', ...folders(folder()), '--report', folder());
  expect(code).toBe(4);
  expect(err).toContain(sentence);
});

it('refuses to put journals together that the instances have not told', async () => {
  const [one, file] = [instance(folder(), trace.flat()), join(folder(), 'run.jsonl')];
  const { code, err } = await chatproof('load', 'merge', one, '--report', folder(), '--journal', file);
  expect(code).toBe(4);
  expect(err).toContain(`There is no ${join(one, 'k6-console.txt')}`);
});

it.skipIf(missing !== undefined)('shares people and rate out among four instances of k6', async () => {
  const { code, err, result } = await runLoad('actions', { words: ['--instances', '4'] });
  expect(result, err).toMatchObject({
    sent: 200,
    delivered: 200,
    lost: 0,
    foreign: 0,
    instances: 4,
    errors: {},
  });
  expect(code).toBe(0);
});
