// Whether a size like "86.73KB" is that of a file: a kilobyte may be 1000 or 1024 bytes, and the last digit rounded.
const units: Record<string, number> = {
  b: 0,
  byte: 0,
  bytes: 0,
  k: 1,
  kb: 1,
  kib: 1,
  m: 2,
  mb: 2,
  mib: 2,
  g: 3,
  gb: 3,
  gib: 3,
};

/** Undefined when the size has another form or an unknown unit. */
export function namesSize(size: unknown, bytes: number): boolean | undefined {
  const [, digits = '', unit = ''] = /^(\d+(?:\.\d+)?) ?([A-Za-z]+)$/.exec(String(size)) ?? [];
  const power = units[unit.toLowerCase()];
  if (power === undefined) return undefined;
  const step = 10 ** -(digits.split('.')[1]?.length ?? 0);
  return [1000, 1024].some((base) => {
    const exact = bytes / base ** power;
    // A little more than a step, because neither number is exact in binary.
    return Math.abs(Number(digits) - exact) <= step * 1.001;
  });
}
