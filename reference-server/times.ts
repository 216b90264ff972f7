// The spellings of time that the documents show, from and to whole microseconds since 1970.

/** 2025-02-16T12:34:56.789Z */
export function withMilliseconds(micros: number): string {
  return new Date(Math.floor(micros / 1000)).toISOString();
}

/** 2025-02-18T18:28:52.258755 and a zone, "+00:00" or "Z" or none. */
export function withMicroseconds(micros: number, zone: '+00:00' | 'Z' | ''): string {
  const rest = String(((micros % 1000) + 1000) % 1000).padStart(3, '0');
  return `${withMilliseconds(micros).slice(0, -1)}${rest}${zone}`;
}

/** 2020-11-21 16:32:17.356 */
export function withBlank(micros: number): string {
  return withMilliseconds(micros).slice(0, -1).replace('T', ' ');
}

/** Reads every spelling above, with any number of decimals; without a zone it is UTC. */
export function instant(text: string): number | undefined {
  const parts = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)?$/i.exec(text);
  if (parts === null) return undefined;
  const seconds = Date.parse(`${parts[1]}T${parts[2]}${parts[4] ?? 'Z'}`);
  if (Number.isNaN(seconds)) return undefined;
  return seconds * 1000 + Number((parts[3] ?? '').slice(0, 6).padEnd(6, '0'));
}
