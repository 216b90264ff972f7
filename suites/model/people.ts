// People for one run after another: new ones each time where the target's owner can make them.
import type { Driver } from '../kit/driver.ts';
import type { Shared } from '../kit/judge.ts';
import { type Trio, triosOf, wish } from '../kit/lease.ts';
import { provision } from '../kit/provision.ts';

export interface Supply {
  /** Settled people have never been connected. */
  take(): Promise<{ trio: Trio; settled: boolean }>;
  giveBack(trio: Trio): void;
  /** How many runs can go on at the same time. */
  readonly lanes: number;
  /** How many people were asked for. */
  readonly asked: number;
}

/** A command may take long and leave accounts behind for ever: it is asked once. */
const batches = { control: 40, command: 24 } as const;

export function supplyOf(
  { shared, driver }: { shared: Shared; driver: Driver<unknown> },
  own: Trio,
  { lanes, batch = batches }: { lanes: number; batch?: Record<'control' | 'command', number> },
): Supply {
  const { source, dialect } = shared.context;
  let fresh: Trio[] = [];
  const used: Trio[] = source.kind === 'file' ? [own] : [];
  const waiting: ((trio: Trio) => void)[] = [];
  let asking: Promise<void> | undefined;
  let asked = 0;
  const more = async (size: number): Promise<void> => {
    const { rooms, groups } = driver;
    const people = await provision(source, { dialect, ...wish(size, { rooms, groups }) }, driver.needs);
    asked += people.people.length;
    fresh = [...fresh, ...triosOf(people)];
  };
  const mayAsk = (): boolean => source.kind === 'control' || (source.kind === 'command' && asked === 0);
  return {
    lanes: source.kind === 'file' ? 1 : lanes,
    get asked() {
      return asked;
    },
    async take() {
      while (fresh.length === 0 && source.kind !== 'file' && mayAsk()) {
        asking ??= more(batch[source.kind]).finally(() => {
          asking = undefined;
        });
        await asking;
      }
      const next = fresh.shift();
      if (next !== undefined) return { trio: next, settled: true };
      const again = used.shift() ?? (await new Promise<Trio>((resolve) => waiting.push(resolve)));
      return { trio: again, settled: false };
    },
    giveBack(trio) {
      if (source.kind === 'control') return;
      const next = waiting.shift();
      if (next === undefined) used.push(trio);
      else next(trio);
    },
  };
}
