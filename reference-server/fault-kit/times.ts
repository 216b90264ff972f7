// Times as the dialects spell them.

export function withoutZone(time: unknown): string {
  return String(time).replace(/(Z|[+-]\d\d:\d\d)$/, '');
}

/** A time in any spelling, so many minutes later, in the same spelling; a text that is no time stays as it is. */
export function later(time: unknown, minutes: number): unknown {
  const [whole = '', rest = ''] = /^(.{19})(.*)$/.exec(String(time))?.slice(1) ?? [];
  const at = Date.parse(`${whole}Z`);
  return Number.isNaN(at) ? time : new Date(at + minutes * 60_000).toISOString().slice(0, 19) + rest;
}
