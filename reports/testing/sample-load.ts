// A load result for tests, with one lost message; `name` is put wherever text can come from outside.
import type { LoadResult } from '../load/model.ts';

export function sampleLoad(name = 'receipts'): LoadResult {
  return {
    dialect: name,
    scenario: name,
    profile: name,
    conversations: 20,
    seconds: 3,
    sent: 300,
    delivered: 299,
    lost: 1,
    duplicated: 0,
    reordered: 0,
    foreign: 0,
    errors: { [name]: 2 },
    others: { [name]: 3 },
    limit: { second: 1, perSecond: 100, condition: name, value: 9, lag: 2, blame: 'target' },
    instances: 2,
    perSecond: 99.7,
    spreads: [
      { metric: 'chat_delivery_ms', count: 299, min: 1, mean: 3.4, p50: 2, p90: 6, p95: 9, p99: 20, max: 41 },
    ],
    histogram: [
      { from: 1, to: 2, count: 120 },
      { from: 2, to: 3, count: 179 },
    ],
    timeline: [
      { second: 0, sent: 100, delivered: 99, wrong: 0, connections: 40, p50: 2, p95: 9, p99: 20 },
      { second: 1, sent: 100, delivered: 100, wrong: 0, connections: 40, p50: 2, p95: 8, p99: 19 },
      { second: 2, sent: 100, delivered: 100, wrong: 0, connections: 40, p50: 2, p95: 9, p99: 41 },
      { second: 3, sent: 0, delivered: 0, wrong: 1, connections: 0 },
    ],
    objectives: [
      { metric: name, condition: 'count==0', value: 1, kept: false },
      { metric: 'chat_delivery_ms', condition: 'p(95)<500', value: 9, kept: true },
    ],
    raw: 'k6.json.gz',
  };
}
