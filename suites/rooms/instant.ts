/** Milliseconds with their fraction, because two messages may share a millisecond; NaN for what is no instant. */
export function instantOf(value: unknown): number {
  const parts = /\.\d{3}(\d*)\d*(?:Z|[+-]\d\d:?\d\d)$|(?:Z|[+-]\d\d:?\d\d)$/i.exec(String(value));
  if (parts === null) return Number.NaN;
  return Date.parse(String(value)) + Number(`0.${parts[1] || '0'}`);
}
