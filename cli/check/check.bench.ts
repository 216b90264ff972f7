// npm run bench:check: how long `chatproof check` takes from the shell, what an absence costs, and whether many runs
// agree. Options: --rounds N (3), --runs N (8), --busy N (2: the last of the runs, with every core busy), --only NAME.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { serve } from '../../reference-server/server.ts';
import { dialectNames } from '../../specs/kit/dialect.ts';
import { loadDriver } from '../../suites/kit/driver.ts';
import { wishOf } from '../../suites/kit/request.ts';
import { absenceCost } from './bench/absence.ts';
import { manyRuns } from './bench/runs.ts';
import { median, say, seconds, type Timed, timed } from './bench/timed.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    runs: { type: 'string', default: '8' },
    busy: { type: 'string', default: '2' },
    only: { type: 'string' },
  },
});

const parts: Record<string, () => Promise<void>> = {
  async whole() {
    const all = await several([]);
    const wall = median(all.map(({ wallMs }) => wallMs));
    say('all dialects, quick, from the shell, median', seconds(wall), '≤ 8 s wanted');
    const rate = ({ report }: Timed): number => (report.checks.length / report.durationMs) * 1000;
    say('checks a second once running', median(all.map(rate)).toFixed(0), '≥ 60 wanted');
    const idle = all.map(({ wallMs, cpuMs }) =>
      cpuMs === undefined ? Number.NaN : Math.max(0, 1 - cpuMs / wallMs),
    );
    say(
      'share of the wall time without work for a processor',
      `${(median(idle) * 100).toFixed(0)} %`,
      '< 25 % wanted',
    );
    say(
      'of these runs conformant',
      `${all.filter(({ code }) => code === 0).length} of ${all.length}`,
      'all wanted',
    );
  },

  async each() {
    for (const dialect of dialectNames()) {
      const wall = median((await several([dialect])).map(({ wallMs }) => wallMs));
      say(`${dialect}, from the shell, median`, seconds(wall), '≤ 2.5 s wanted');
    }
  },

  async slow() {
    let all = 0;
    for (const dialect of dialectNames()) {
      const server = await serve(dialect, { latency: 20, onError: () => undefined });
      const people = join(mkdtempSync(join(tmpdir(), 'chatproof-bench-')), 'people.json');
      writeFileSync(people, JSON.stringify(await server.provision(wishOf(await loadDriver(dialect), 8))));
      const { wallMs, code } = await timed([dialect, '--target', server.http, '--people', people]);
      all += wallMs;
      say(`${dialect} with 20 ms latency (exit code ${code})`, seconds(wallMs), '');
      await server.close();
    }
    say('all dialects one after the other with 20 ms latency', seconds(all), '≤ 25 s wanted');
  },

  async absence() {
    for (const latency of [0, 20])
      for (const dialect of dialectNames()) {
        const { roundTripMs, absenceMs } = await absenceCost(dialect, latency);
        const allowed = 3 * roundTripMs + 5;
        say(
          `${dialect}: an absence, ${latency} ms latency, a round trip of ${roundTripMs.toFixed(1)} ms`,
          `${absenceMs.toFixed(1)} ms`,
          `≤ ${allowed.toFixed(1)} ms wanted`,
        );
      }
  },

  async runs() {
    if (!(await manyRuns(Number(values.runs), Number(values.busy)))) process.exitCode = 1;
  },
};

async function several(words: readonly string[]): Promise<Timed[]> {
  const all: Timed[] = [];
  for (let n = 0; n < Number(values.rounds); n += 1) all.push(await timed(words));
  return all;
}

for (const [name, part] of Object.entries(parts))
  if (values.only === undefined || values.only === name) await part();
