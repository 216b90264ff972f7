// k6's raw output, read once and counted.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { add, type Counts } from '../../reports/load/counts.ts';
import { UsageError } from '../../specs/kit/errors.ts';

export interface Samples {
  /** Sum of each counter. */
  sums: Map<string, number>;
  errors: Map<string, number>;
  /** Values of each trend. */
  trends: Map<string, Counts>;
  /** When the first and the last message was sent. */
  sending: { first: number; last: number };
  /** By second since 1970. */
  seconds: Map<number, Moment>;
}

export interface Moment {
  sums: Map<string, number>;
  delivery: Counts;
  /** How late messages were sent. */
  lag: Counts;
}

interface Point {
  metric: string;
  time: string;
  value: number;
  kind: string;
}

/** Several files, as several instances leave them, are counted as if they were one. */
export async function samplesOf(files: readonly string[]): Promise<Samples> {
  const samples: Samples = {
    sums: new Map(),
    errors: new Map(),
    trends: new Map(),
    sending: { first: Infinity, last: -Infinity },
    seconds: new Map(),
  };
  for (const file of files) {
    const lines = createInterface({
      input: createReadStream(file).pipe(createGunzip()),
      crlfDelay: Infinity,
    });
    try {
      for await (const line of lines) {
        // Most lines are k6's own metrics: they are not worth parsing.
        const point = line.includes('"chat_') ? pointOf(line) : undefined;
        if (point !== undefined) count(samples, point);
      }
    } catch (error) {
      throw new UsageError(
        `${file} is not the whole of k6's output (${error instanceof Error ? error.message : String(error)}): let k6 finish, and copy the file as it is.`,
      );
    }
  }
  return samples;
}

function count(
  { sums, errors, trends, sending, seconds }: Samples,
  { metric, time, value, kind }: Point,
): void {
  const instant = Date.parse(time);
  // Counts come a quarter of a second later than what they count.
  if (metric === 'chat_sent' || metric === 'chat_lag_ms') {
    sending.first = Math.min(sending.first, instant);
    sending.last = Math.max(sending.last, instant);
  }
  const at = Math.floor(instant / 1000);
  const second = seconds.get(at) ?? { sums: new Map<string, number>(), delivery: new Map(), lag: new Map() };
  seconds.set(at, second);
  if (metric === 'chat_errors') increase(errors, kind, value);
  if (metric.endsWith('_ms')) {
    const counts = trends.get(metric) ?? new Map<number, number>();
    trends.set(metric, counts);
    add(counts, value);
    if (metric === 'chat_delivery_ms') add(second.delivery, value);
    if (metric === 'chat_lag_ms') add(second.lag, value);
    return;
  }
  increase(sums, metric, value);
  increase(second.sums, metric, value);
}

function increase(sums: Map<string, number>, name: string, value: number): void {
  sums.set(name, (sums.get(name) ?? 0) + value);
}

/** Nothing, for what only declares a metric. */
function pointOf(line: string): Point | undefined {
  const entry: {
    type: string;
    metric: string;
    data: { time?: string; value?: number; tags?: Record<string, string> | null };
  } = JSON.parse(line);
  const { time, value, tags } = entry.data;
  if (entry.type !== 'Point' || time === undefined || value === undefined) return undefined;
  return { metric: entry.metric, time, value, kind: tags?.['kind'] ?? '' };
}
