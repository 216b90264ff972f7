// What a load run found, as data.

/** Spread of one measured time, in milliseconds. */
export interface Spread {
  metric: string;
  count: number;
  min: number;
  mean: number;
  p50: number;
  p90: number;
  p95: number;
  p99: number;
  max: number;
}

export interface Second {
  second: number;
  sent: number;
  delivered: number;
  /** Lost, duplicated, reordered and foreign messages, wrong histories, and errors. */
  wrong: number;
  /** Open at the end of the second. */
  connections: number;
  p50?: number;
  p95?: number;
  p99?: number;
}

export interface Objective {
  metric: string;
  /** As k6 spells it: "p(95)<500". */
  condition: string;
  value: number;
  kept: boolean;
  /** How late k6 itself was, by the same measure, when that is most of why it is not kept: the target is not to blame. */
  lag?: number;
}

/** Where the objective of the time to delivery broke first. */
export interface Limit {
  second: number;
  /** Deliveries that were due in that second. */
  perSecond: number;
  condition: string;
  value: number;
  /** How late k6 itself was by then: p95, in milliseconds. */
  lag: number;
  /** Who could not keep up. */
  blame: 'target' | 'k6';
}

export interface LoadResult {
  dialect: string;
  scenario: string;
  profile: string;
  conversations: number;
  /** Of sending, without connecting and draining. */
  seconds: number;
  sent: number;
  delivered: number;
  lost: number;
  duplicated: number;
  reordered: number;
  foreign: number;
  errors: Record<string, number>;
  /** Whatever else was counted: receipts, signs of typing. */
  others: Record<string, number>;
  limit?: Limit;
  /** Instances of k6, when there were several. */
  instances?: number;
  /** Deliveries for each second of sending. */
  perSecond: number;
  spreads: Spread[];
  /** How many deliveries took at least `from` milliseconds and less than `to`. */
  histogram: { from: number; to: number; count: number }[];
  timeline: Second[];
  objectives: Objective[];
  /** k6's own output, beside the report. */
  raw: string;
}
