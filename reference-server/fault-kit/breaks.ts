// Which requirements a fault breaks in one dialect. "*.text.unicode" stands for the one of every dialect that has it.
import { loadDialect } from '../../specs/kit/dialect.ts';
import type { Fault } from './faults.ts';

export function brokenBy({ breaks }: Pick<Fault, 'breaks'>, dialect: string): string[] {
  const known = new Set(loadDialect(dialect).requirements.map(({ id }) => id));
  const own = breaks.map((id) => (id.startsWith('*.') ? `${dialect}${id.slice(1)}` : id));
  return own.filter((id) => known.has(id));
}
