// How a run is divided among several instances of k6: by its execution segments.

/** The words for one instance, counted from 0; none for a single one. */
export function segmentOf(at: number, instances: number): string[] {
  if (instances === 1) return [];
  const corner = (number: number): string =>
    number === 0 ? '0' : number === instances ? '1' : `${number}/${instances}`;
  const sequence = Array.from({ length: instances + 1 }, (_, number) => corner(number)).join(',');
  const own = `${corner(at)}:${corner(at + 1)}`;
  return ['--execution-segment', own, '--execution-segment-sequence', sequence];
}

/** As many workers for each instance. */
export function workersFor(workers: number, instances: number): number {
  return Math.ceil(Math.max(workers, instances) / instances) * instances;
}
