// What --fault and --liberty ask for, and in which of the dialects that are served.
import { type FaultChoice, faultChoice, loadFault } from '../../reference-server/fault-kit/fault-files.ts';
import { appliesTo, type Behaviour } from '../../reference-server/fault-kit/faults.ts';
import { type Liberty, libertyNames, loadLiberty } from '../../reference-server/fault-kit/liberties.ts';
import { UsageError } from '../../specs/kit/errors.ts';

export async function chosenFaults(
  given: unknown,
  dialects: string[],
): Promise<(FaultChoice & { dialects: string[] })[]> {
  return await Promise.all(
    listed(given).map(async (text) => {
      const choice = faultChoice(text);
      const fault = await loadFault(choice.name);
      return { ...choice, dialects: served('fault', fault, dialects) };
    }),
  );
}

/** "all" is every one that applies somewhere. */
export async function chosenLiberties(
  given: unknown,
  dialects: string[],
): Promise<{ liberty: Liberty; dialects: string[] }[]> {
  const names = listed(given);
  const every = names.includes('all');
  const liberties = await Promise.all((every ? libertyNames() : names).map(loadLiberty));
  return liberties.map((liberty) => ({
    liberty,
    dialects: every
      ? dialects.filter((dialect) => appliesTo(liberty, dialect))
      : served('liberty', liberty, dialects),
  }));
}

function listed(given: unknown): string[] {
  return Array.isArray(given) ? given.map(String) : [];
}

function served(what: string, behaviour: Behaviour, dialects: string[]): string[] {
  const found = dialects.filter((dialect) => appliesTo(behaviour, dialect));
  if (found.length > 0) return found;
  throw new UsageError(
    `The ${what} "${behaviour.name}" applies to ${[behaviour.dialects].flat().join(', ')} and to nothing that is served here (${dialects.join(', ')}): serve one of those, or leave the ${what} out.`,
  );
}
