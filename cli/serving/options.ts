import { UsageError } from '../../specs/kit/errors.ts';

export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function wholeNumber(option: string, value: unknown, largest: number): number {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : Number.NaN;
  if (number <= largest) return number;
  throw new UsageError(`${option} is "${String(value)}": give it a whole number from 0 to ${largest}.`);
}
