// Terminal colours, used only where they mean something: a verdict, an id, what matters less.
import type { Verdict } from '../model.ts';
import type { Paint } from '../standard-lines.ts';

export interface Palette {
  verdict(verdict: Verdict, text: string): string;
  strong(text: string): string;
  dim(text: string): string;
  paint(verdict: Verdict): Paint;
}

const CODES: Record<Verdict, number> = {
  fail: 31,
  'harness-error': 35,
  warn: 33,
  known: 36,
  inconclusive: 34,
  pass: 32,
  inapplicable: 90,
};

export function palette(colour: boolean): Palette {
  const sgr = (code: number, text: string) =>
    colour && text !== '' ? `\u001b[${code}m${text}\u001b[0m` : text;
  const strong = (text: string) => sgr(1, text);
  const dim = (text: string) => sgr(2, text);
  const verdict = (of: Verdict, text: string) => sgr(CODES[of], text);
  return { verdict, strong, dim, paint: (of) => ({ mark: (text) => verdict(of, text), id: strong, dim }) };
}
